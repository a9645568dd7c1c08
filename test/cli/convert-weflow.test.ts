import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOf } from './archive-lines.ts';
import { aFolder, run } from './run.ts';

const at = (minute: number) => Date.parse('2026-11-20T09:00:00+08:00') / 1000 + minute * 60;

const session = {
  wxid: '18@chatroom',
  displayName: '彭浦青年之家',
  nickname: '',
  type: '群聊',
  messageCount: 3,
};
const weflow = { version: '1.0.3', exportedAt: at(600), generator: 'WeFlow' };

let localId = 0;
const said = (type: string, content: string | null, more: Record<string, unknown> = {}) => ({
  localId: ++localId,
  createTime: at(localId),
  type,
  localType: 49,
  content,
  isSend: 0,
  senderUsername: 'wx_zhou',
  senderDisplayName: '周敏',
  ...more,
});
const wang = { senderUsername: 'wx_wang', senderDisplayName: '王芳', isSend: 1 };

async function convert(document: unknown) {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.json'), JSON.stringify(document, null, 2));
  const done = await run(['archive', 'convert', 'chat.json', '--out', 'a.jsonl', '--json'], { folder });
  return { ...done, file: join(folder, 'a.jsonl') };
}

test('a WeFlow export is recognised by itself; kinds follow its words, never its numbers', async () => {
  const types = [
    ['文本消息', 'text'],
    ['图片消息', 'image'],
    ['语音消息', 'voice'],
    ['视频消息', 'video'],
    ['文件消息', 'file'],
    ['动画表情', 'sticker'],
    ['名片消息', 'other'],
    ['卡片式链接', 'link'],
    ['图文消息', 'link'],
    ['位置消息', 'location'],
    ['红包卡片', 'red-packet'],
    ['转账卡片', 'red-packet'],
    ['小程序分享', 'miniprogram'],
    ['引用消息', 'text'],
    ['聊天记录合并转发', 'link'],
    ['系统消息', 'system'],
    ['群公告', 'text'],
    ['从未见过的消息', 'other'],
  ] as const;
  const { code, out, err, file, folder } = await convert({
    weflow,
    session,
    messages: types.map(([type]) => said(type, '楼道灯坏了')),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    from: ['weflow-json'],
    groups: 1,
    messages: types.length,
    skipped: 0,
  });
  expect(linesOf(file, 'message').map(line => line.kind)).toEqual(types.map(([, kind]) => kind));
  expect(linesOf(file, 'group')).toMatchObject([{ name: '彭浦青年之家', size: 1 }]);
  expect(linesOf(file, 'observation')).toMatchObject([{ to: new Date(at(600) * 1000) }]);
  expect(await run(['archive', 'check', 'a.jsonl'], { folder })).toMatchObject({ code: 0 });
});

test('of a quoted reply only the own words are kept, and the quoted message is found', async () => {
  const { file } = await convert({
    weflow,
    session,
    messages: [
      said('文本消息', '楼道灯坏了\n谁来修'),
      said('文本消息', '垃圾没人收'),
      said('引用消息', '下午来修[引用 周敏：楼道灯坏了 谁来修]', wang),
      said('引用消息', '「周敏：垃圾没人收」\n- - - - - - - - - - - - - - -\n明早收', wang),
    ],
  });
  const [lamp, rubbish, repair, collect] = linesOf(file, 'message');
  expect(repair).toMatchObject({ text: '下午来修', replyTo: lamp?.id });
  expect(collect).toMatchObject({ text: '明早收', replyTo: rubbish?.id });
});

test('a quotation that fits two messages, none, or somebody else answers nobody', async () => {
  const { file } = await convert({
    weflow,
    session,
    messages: [
      said('文本消息', '在吗'),
      said('文本消息', '在吗'),
      said('引用消息', '在的[引用 周敏：在吗]', wang),
      said('引用消息', '在的[引用 周敏：从没说过]', wang),
      said('文本消息', '门禁坏了'),
      said('引用消息', '好的[引用 吴磊：门禁坏了]', wang),
    ],
  });
  const replies = linesOf(file, 'message').filter(line => line.text?.endsWith('的'));
  expect(replies.map(line => line.replyTo)).toEqual([null, null, null]);
});

test('the quoted message is named by its id where the export tells it', async () => {
  const { file } = await convert({
    weflow,
    session,
    messages: [
      said('文本消息', '在吗', { platformMessageId: '71' }),
      said('文本消息', '在吗', { platformMessageId: '72' }),
      said('引用消息', '在的[引用 周敏：在吗]', { ...wang, platformMessageId: '73', replyToMessageId: '72' }),
    ],
  });
  const [, second, answer] = linesOf(file, 'message');
  expect(answer?.replyTo).toBe(second?.id);
});

test("the chat's own lines are nobody's, and voices keep words only where they were written down", async () => {
  const { file } = await convert({
    weflow,
    session,
    messages: [
      said('文本消息', '吴磊加入了群聊', { isSend: null, senderUsername: '18@chatroom' }),
      said('语音消息', 'media/voices/1.mp3'),
      said('语音消息', '水管漏了'),
      said('图片消息', 'media/images/1.jpg'),
    ],
  });
  expect(linesOf(file, 'message').map(({ kind, text }) => [kind, text])).toEqual([
    ['system', '吴磊加入了群聊'],
    ['voice', null],
    ['voice', '水管漏了'],
    ['image', null],
  ]);
  expect(linesOf(file, 'group')[0]?.size).toBe(1);
});

test('the compact form, which numbers its people, gives the same people', async () => {
  const { senderUsername, senderDisplayName, ...row } = said('文本消息', '在吗');
  const { file } = await convert({
    weflow: { ...weflow, format: 'arkme-json' },
    session,
    senders: [
      { senderID: 1, wxid: senderUsername, displayName: senderDisplayName, groupNickname: '3号楼周敏' },
    ],
    messages: [{ ...row, senderID: 1 }],
  });
  expect(linesOf(file, 'person')).toMatchObject([{ name: '周敏' }]);
  expect(linesOf(file, 'membership')).toHaveLength(1);
});

test('two exports of one chat that overlap hold each message once', async () => {
  const folder = aFolder();
  const rows = [said('文本消息', '在吗'), said('文本消息', '在'), said('文本消息', '好')];
  const shifted = rows.slice(1).map((row, index) => ({ ...row, localId: index + 1 }));
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ weflow, session, messages: rows.slice(0, 2) }));
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ weflow, session, messages: shifted }));
  const argv = ['archive', 'convert', 'a.json', 'b.json', '--out', 'o.jsonl', '--json'];
  expect(JSON.parse((await run(argv, { folder })).out)).toMatchObject({ groups: 1, messages: 3 });
});

test('one broken message is passed over; a private chat is refused', async () => {
  const broken = await convert({
    weflow,
    session,
    messages: [
      said('文本消息', '在吗'),
      said('文本消息', '在', { createTime: null }),
      said('文本消息', '好'),
    ],
  });
  expect(broken).toMatchObject({ code: 0 });
  expect(broken.err).toContain('message 2: “createTime” is not a time');
  const friend = await convert({
    weflow,
    session: { ...session, wxid: 'wx_zhou', type: '私聊' },
    messages: [said('文本消息', '在吗')],
  });
  expect(friend.code).toBe(1);
  expect(friend.err).toContain('is a private chat; only groups are read, export the group instead');
  expect(friend.err).not.toContain('周敏');
});
