import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOf } from './archive-lines.ts';
import { aFolder, run } from './run.ts';

const BAR = '================================================================';
const block = (group: string, name: string) =>
  `${BAR}\n消息分组:${group}\n${BAR}\n消息对象:${name}\n${BAR}\n`;
const TITLE = '消息记录（此消息记录为文本格式，不支持重新导入）\n\n';

async function convert(content: string | Uint8Array) {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat.txt'), content);
  const done = await run(['archive', 'convert', 'chat.txt', '--out', 'a.jsonl', '--json'], { folder });
  return { ...done, file: join(folder, 'a.jsonl') };
}

const chat = `${TITLE}${block('我的QQ群', '楼组群')}
2026-11-24 9:05:33 【管理员】王芳(10012345)
各位邻居
明天停水

2026-11-24 9:07:00 周敏<zhou@example.com>
@王芳 几点停[表情]

2006-01-02 15:04:05
2026-11-24 9:08:10 (33333)
[图片]

2026-11-24 10:00:00 系统消息(10000)
吴磊加入本群

2026-11-24 23:59:59 王(小)芳(10012345)


`;

test("QQ's text export becomes an archive; times are those of Shanghai", async () => {
  const { code, out, err, file, folder } = await convert(chat);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ from: ['qq-txt'], groups: 1, messages: 5, skipped: 0 });
  expect(await run(['archive', 'check', file], { folder })).toMatchObject({ code: 0 });
  const said = linesOf(file, 'message');
  const [wang, zhou] = linesOf(file, 'person').map(person => person.id);
  expect(said[0]).toMatchObject({
    sender: wang,
    sentAt: new Date('2026-11-24T09:05:33+08:00'),
    text: '各位邻居\n明天停水',
  });
  // A bare time in a text is text, not a head.
  expect(said[1]).toMatchObject({ sender: zhou, mentions: [wang] });
  expect(said[1]?.text).toMatch(/^@王芳 几点停\s+2006-01-02 15:04:05$/);
  expect(said.map(line => line.kind)).toEqual(['text', 'text', 'image', 'system', 'other']);
  expect(said[4]?.sender).toBe(wang);
  expect(linesOf(file, 'group')).toMatchObject([{ name: '楼组群', size: 3 }]);
  expect(
    linesOf(file, 'membership')
      .filter(line => line.keeper)
      .map(line => line.person),
  ).toEqual([wang]);
});

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

test('a mark at the start, CRLF and UTF-16 change nothing', async () => {
  const plain = readFileSync((await convert(chat)).file, 'utf8');
  for (const other of [`\uFEFF${chat}`, chat.replaceAll('\n', '\r\n'), utf16(chat)]) {
    const { code, file } = await convert(other);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(plain);
  }
});

test('GBK, as old Windows programs save it, is read too', async () => {
  // 消息对象:群 / 周(12345) / 在吗, in GBK.
  const bytes = [
    [0xcf, 0xfb, 0xcf, 0xa2, 0xb6, 0xd4, 0xcf, 0xf3, 0x3a, 0xc8, 0xba, 0x0a],
    [...Buffer.from('2026-11-24 9:05:33 '), 0xd6, 0xdc, ...Buffer.from('(12345)\n')],
    [0xd4, 0xda, 0xc2, 0xf0, 0x0a],
  ];
  const { code, file } = await convert(Uint8Array.from(bytes.flat()));
  expect(code).toBe(0);
  expect(linesOf(file, 'person')).toMatchObject([{ name: '周' }]);
  expect(linesOf(file, 'message')).toMatchObject([{ text: '在吗' }]);
});

test('one file of all chats gives its groups, all seen until its last message; private chats are passed over', async () => {
  const { code, out, err, file } = await convert(
    `${TITLE}${block('我的好友', '周敏')}
2026-11-24 9:00:00 周敏
悄悄话

2026-11-24 9:01:00 我
也是悄悄话

${block('我的QQ群', '甲群')}
2026-09-01 9:00:00 周敏(12345)
在吗

${block('我的QQ群', '乙群')}
2026-11-24 10:00:00 吴磊(23456)
在
`,
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ groups: 2, messages: 2, skipped: 1 });
  expect(err).toContain('a private chat begins here; only groups are read');
  expect(err).not.toContain('周敏');
  expect(readFileSync(file, 'utf8')).not.toContain('悄悄');
  expect(linesOf(file, 'observation').map(line => line.to)).toEqual([
    new Date('2026-11-24T10:00:00+08:00'),
    new Date('2026-11-24T10:00:00+08:00'),
  ]);
});

test('times of the twelve-hour clock and days in a heading of their own are understood', async () => {
  const { code, file } = await convert(
    `消息对象:群
2026-11-23 12:43:38 AM 骰子(87200)
一

2026/11/23 下午 3:00:00 骰子(87200)
二

日期: 2026-11-24
骰子(87200) 9:05:33
三

10:05:33 周敏(23456)
四
`,
  );
  expect(code).toBe(0);
  expect(linesOf(file, 'message').map(line => line.sentAt.toISOString())).toEqual([
    '2026-11-22T16:43:38.000Z',
    '2026-11-23T07:00:00.000Z',
    '2026-11-24T01:05:33.000Z',
    '2026-11-24T02:05:33.000Z',
  ]);
});

test('a damaged head is named, and its text is given to nobody else', async () => {
  const { code, out, err, file } = await convert(
    `消息对象:群
2026-11-24 9:00:00 周敏(12345)
在吗

2026-02-30 9:05:33 王芳(10012345)
没有这一天

2026-11-x4 9:05:33 王芳(10012345)
也没有这一天

2026-11-24 9:10:00 吴磊(23456)
在
`,
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ messages: 2, skipped: 2 });
  expect(err).toContain('line 5: its date or time does not exist; skipped');
  expect(err).toContain('line 8: its date or time does not exist; skipped');
  expect(linesOf(file, 'message').map(line => line.text)).toEqual(['在吗', '在']);
});

test('a text that is no chat is refused', async () => {
  const { code, err } = await convert('消息对象:群\n这是一篇文章\n没有人说话\n');
  expect(code).toBe(1);
  expect(err).toMatch(/line 2: it stands under no “date time name\(number\)” line; only 0 of 2 pieces/);
});
