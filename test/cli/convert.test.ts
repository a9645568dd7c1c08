import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArchiveLine, LineOf } from '../../src/archive/line.ts';
import { archiveLines as linesOf } from './archive-lines.ts';
import { aFolder, run } from './run.ts';

const at = (hour: number, minute = 0) =>
  Date.parse(`2026-11-20T${String(hour).padStart(2, '0')}:00:00+08:00`) / 1000 + minute * 60;
const exportedAt = at(20);
const head = {
  chatlab: { version: '0.0.2', exportedAt },
  meta: { name: '楼组群', platform: 'wechat', type: 'group', groupId: '1@chatroom' },
};
const members = [
  {
    platformId: 'wx_wang',
    accountName: '王芳',
    groupNickname: '彭浦社区王芳',
    roles: [{ id: 'owner' }],
    avatar: `data:image/png;base64,${'A'.repeat(3_000_000)}`,
  },
  { platformId: 'wx_zhou', accountName: '周敏', avatar: `data:image/png;base64,${'B'.repeat(3_000_000)}` },
];
const messages = [
  {
    platformMessageId: '9',
    sender: 'wx_zhou',
    accountName: '周敏',
    timestamp: at(9),
    type: 0,
    content: '楼道灯坏了谁来修',
  },
  {
    platformMessageId: '10',
    sender: 'wx_wang',
    accountName: '王芳',
    timestamp: at(10),
    type: 25,
    content: '@周敏 下午来修',
    replyToMessageId: '9',
  },
  { sender: 'wx_wu', accountName: '吴磊', timestamp: at(11), type: 1, content: null },
  { sender: 'wx_zhou', accountName: '周敏', timestamp: at(12), type: 0, content: '@彭浦社区王芳 谢谢' },
  { sender: 'wx_zhou', accountName: '周敏', timestamp: at(12), type: 0, content: '@彭浦社区王芳 谢谢' },
];

const asDocument = JSON.stringify({ ...head, members, messages }, null, 1);
const asLines = [
  '# exported',
  JSON.stringify({ _type: 'header', ...head }),
  ...members.map(row => JSON.stringify({ _type: 'member', ...row })),
  ...messages.map(row => JSON.stringify({ _type: 'message', ...row })),
].join('\n');

const only = <T extends ArchiveLine['type']>(lines: ArchiveLine[], type: T): LineOf<T>[] =>
  lines.filter((line): line is LineOf<T> => line.type === type);

async function convert(content: string, name = 'chat.json') {
  const folder = aFolder();
  writeFileSync(join(folder, name), content);
  const done = await run(['archive', 'convert', name, '--out', 'a.jsonl'], { folder });
  return { ...done, file: join(folder, 'a.jsonl') };
}

test('a ChatLab document becomes an archive that is whole', async () => {
  const { code, err, file, folder } = await convert(asDocument);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await run(['archive', 'check', file], { folder })).toMatchObject({ code: 0 });
  const lines = linesOf(file);
  expect(lines.map(line => line.type).filter((type, index, all) => type !== all[index - 1])).toEqual([
    'unit',
    'person',
    'group',
    'membership',
    'observation',
    'message',
  ]);
  expect(only(lines, 'person').map(person => person.name)).toEqual(['王芳', '周敏', '吴磊']);
  expect(only(lines, 'group')).toMatchObject([{ name: '楼组群', size: 3 }]);
  expect(only(lines, 'membership').filter(line => line.keeper)).toHaveLength(1);
  expect(only(lines, 'observation')).toMatchObject([
    { from: new Date(at(9) * 1000), to: new Date(exportedAt * 1000) },
  ]);
});

test('quotes, mentions by nickname and the same words twice are kept', async () => {
  const { file } = await convert(asDocument);
  const lines = linesOf(file);
  const [wang, zhou] = only(lines, 'person').map(person => person.id);
  const said = only(lines, 'message');
  expect(said.map(line => line.kind)).toEqual(['text', 'text', 'image', 'text', 'text']);
  expect(said[1]).toMatchObject({ sender: wang, mentions: [zhou], replyTo: said[0]?.id });
  expect(said[3]).toMatchObject({ sender: zhou, mentions: [wang] });
  expect(new Set(said.map(line => line.id)).size).toBe(5);
});

test('the JSON Lines form gives the same archive, and so does a second conversion', async () => {
  const document = await convert(asDocument);
  const lines = await convert(asLines, 'chat.jsonl');
  const again = await convert(asDocument);
  expect(readFileSync(lines.file, 'utf8')).toBe(readFileSync(document.file, 'utf8'));
  expect(readFileSync(again.file, 'utf8')).toBe(readFileSync(document.file, 'utf8'));
});

test('two exports that overlap hold each message once', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'a.json'), asDocument);
  writeFileSync(join(folder, 'b.jsonl'), asLines);
  const { out } = await run(['archive', 'convert', 'a.json', 'b.jsonl', '--out', 'o.jsonl', '--json'], {
    folder,
  });
  expect(JSON.parse(out)).toMatchObject({ groups: 1, people: 3, messages: 5 });
});

test('members that the export leaves out are collected from what they said', async () => {
  const { file } = await convert(JSON.stringify({ ...head, members: [], messages }));
  expect(only(linesOf(file), 'person').map(person => person.name)).toEqual(['周敏', '王芳', '吴磊']);
});

test.each([
  ['nothing said', JSON.stringify({ ...head, members, messages: [] }), /holds no message/],
  [
    'a head that is none',
    JSON.stringify({ chatlab: 7, meta: 8, messages }),
    /chatlab: .*export the chat again/,
  ],
  [
    'a document that breaks at once',
    '{"chatlab": {"vers',
    /line 1: is not whole JSON; export the chat again/,
  ],
  [
    'a file whose lines are mostly broken',
    `${asLines.split('\n').slice(0, 5).join('\n')}\n{\n{\n`,
    /line 6: it is not JSON; only 1 of 3 pieces can be read/,
  ],
  ['something else', 'hello', /none of the known formats; say which with --from/],
])('%s is refused and nothing is written', async (_, content, says) => {
  const { code, err, file } = await convert(content);
  expect(code).toBe(1);
  expect(err).toMatch(says);
  expect(() => readFileSync(file)).toThrow();
});

test.each([
  [
    'a time in words',
    asDocument.replace(String(at(11)), '"十一点"'),
    'message 3: “timestamp” is not a time; it is the Unix time in seconds; skipped',
  ],
  ['a line of half a message', asLines.slice(0, -5), 'line 9: it is not JSON; skipped'],
  [
    'a line of an unknown kind',
    asLines.replace('"message","sender":"wx_wu"', '"poll","sender":"wx_wu"'),
    'line 7: its “_type” is none of header, member, message; skipped',
  ],
  [
    'a document cut in its last message',
    asDocument.slice(0, -40),
    'is not whole JSON: the document breaks off here, what came before is used; skipped',
  ],
])('%s is passed over, counted and named, and the rest is kept', async (_, content, says) => {
  const { code, out, err, folder, file } = await convert(content);
  expect(code).toBe(0);
  expect(err).toContain(says);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(out).toContain('4 messages; 1 skipped');
  expect(only(linesOf(file), 'message')).toHaveLength(4);
  const again = await run(['archive', 'convert', 'chat.json', '--out', 'b.jsonl', '--json'], { folder });
  expect(JSON.parse(again.out)).toMatchObject({ messages: 4, skipped: 1 });
});

test('a document cut within a Chinese character is used up to there', async () => {
  const bytes = Buffer.from(asDocument);
  const end = bytes.lastIndexOf(Buffer.from('谢谢')) + 1;
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.json'), bytes.subarray(0, end));
  const { code, out, err } = await run(['archive', 'convert', 'chat.json', '--out', 'a.jsonl'], { folder });
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toContain('4 messages; 1 skipped');
  expect(err).toMatch(/line \d+: is not UTF-8: the document breaks off here/);
});

test('a line of damaged bytes is passed over, a file of them is refused', async () => {
  const folder = aFolder();
  const good = Buffer.from(`${asLines}\n`);
  const damaged = Buffer.from([0x7b, 0xff, 0xfe, 0x0a]);
  writeFileSync(
    join(folder, 'one.jsonl'),
    Buffer.concat([good, damaged, good.subarray(good.indexOf('\n{"_type":"member'))]),
  );
  const one = await run(['archive', 'convert', 'one.jsonl', '--out', 'a.jsonl'], { folder });
  expect(one).toMatchObject({ code: 0 });
  expect(one.err).toContain('line 10: it is not UTF-8; skipped');
  writeFileSync(join(folder, 'all.jsonl'), Buffer.concat([damaged, damaged]));
  const all = await run(['archive', 'convert', '--from', 'chatlab', 'all.jsonl', '--out', 'b.jsonl'], {
    folder,
  });
  expect(all).toMatchObject({ code: 1 });
});

test('only the first twenty broken lines are named', async () => {
  const line = (id: number) =>
    JSON.stringify({
      room: '甲',
      id: `${id}`,
      ts: '2026-11-20T09:00:00Z',
      sender: '周',
      text: '在',
      replyTo: [],
    });
  const rows = Array.from({ length: 60 }, (_, id) => (id % 2 ? '{' : line(id)));
  const { code, out, err } = await convert(rows.join('\n'));
  expect(code).toBe(0);
  expect(out).toContain('30 messages; 30 skipped');
  expect(err.match(/it is not JSON/g)).toHaveLength(20);
  expect(err).toContain('10 more pieces were skipped');
});

test('rooms of plain chat lines become groups, with who answered whom', async () => {
  const line = (room: string, id: string, sender: string, text: string, replyTo: string[]) =>
    JSON.stringify({ room, id, ts: '2026-11-20T09:00:00Z', sender, text, replyTo });
  const { file } = await convert(
    [
      line('甲', '1', '周', '在吗', ['1']),
      line('乙', '1', '吴', '在', []),
      line('甲', '2', '王', '周: 在的', ['1']),
    ].join('\n'),
  );
  const lines = linesOf(file);
  expect(only(lines, 'group').map(group => group.name)).toEqual(['甲', '乙']);
  const [asked, , answered] = only(lines, 'message');
  expect(asked?.replyTo).toBeNull();
  expect(answered).toMatchObject({ replyTo: asked?.id, mentions: [asked?.sender] });
});

test('a roster gives roles, cadres and units; who is not in the chat is told', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.json'), asDocument);
  writeFileSync(
    join(folder, 'r.csv'),
    '\uFEFF# 备注\n姓名,身份,单位,上级单位\n王芳,专职干部,彭浦镇团委,静安区团委\n陈静,领导,静安区团委,\n钱多,群众,,\n',
  );
  const { code, err } = await run(
    ['archive', 'convert', 'chat.json', '--out', 'a.jsonl', '--roster', 'r.csv'],
    { folder },
  );
  expect(code).toBe(0);
  expect(err).toContain('line 5: “钱多”不在聊天记录里');
  const lines = linesOf(join(folder, 'a.jsonl'));
  const units = only(lines, 'unit');
  const town = units.find(unit => unit.name === '彭浦镇团委');
  const district = units.find(unit => unit.name === '静安区团委');
  const chen = only(lines, 'person').find(person => person.name === '陈静');
  expect(town?.parent).toBe(district?.id);
  expect(district?.leaders).toEqual([chen?.id]);
  const wang = only(lines, 'person').find(person => person.name === '王芳');
  expect(wang?.role).toBe('cadre-full-time');
  expect(only(lines, 'group')[0]).toMatchObject({ cadres: [wang?.id], unit: town?.id });
  expect(await run(['archive', 'check', 'a.jsonl'], { folder })).toMatchObject({ code: 0 });
});
