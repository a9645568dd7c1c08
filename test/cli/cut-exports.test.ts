import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveLines, linesOf } from './archive-lines.ts';
import { aFolder, run } from './run.ts';

const at = (minute: number) => Date.parse('2026-11-20T09:00:00+08:00') / 1000 + minute * 60;
const SAID = ['楼道灯坏了谁来修', '下午来修', '谢谢', '明天停水吗', '不停'];

const chatlab = JSON.stringify(
  {
    chatlab: { version: '0.0.2', exportedAt: at(99) },
    meta: { name: '楼组群', platform: 'wechat', type: 'group', groupId: '1@chatroom' },
    members: [{ platformId: 'wx_1', accountName: '周敏' }],
    messages: SAID.map((content, n) => ({ sender: `wx_${n % 2}`, timestamp: at(n), type: 0, content })),
  },
  null,
  1,
);
const weflow = JSON.stringify({
  weflow: { version: '1' },
  session: { wxid: '1@chatroom', type: '群聊', displayName: '楼组群' },
  messages: SAID.map((content, n) => ({
    createTime: at(n),
    type: '文本消息',
    content,
    isSend: 0,
    senderUsername: `wx_${n % 2}`,
  })),
});
const lines = SAID.map((text, n) =>
  JSON.stringify({ room: '楼组群', id: `${n}`, ts: '2026-11-20T09:00:00Z', sender: `s${n % 2}`, text }),
).join('\n');
const qq = `消息对象:楼组群\n${SAID.map((text, n) => `2026-11-20 9:0${n}:00 人${n % 2}(1000${n % 2}1)\n${text}\n`).join('\n')}`;

/** Converts the bytes; what cannot be used must be refused by one calm sentence and leave nothing behind. */
async function convert(format: string, bytes: Uint8Array): Promise<number> {
  const folder = aFolder();
  writeFileSync(join(folder, 'chat'), bytes);
  const { code, err } = await run(['archive', 'convert', 'chat', '--from', format, '--out', 'a.jsonl'], {
    folder,
  });
  expect(err).not.toMatch(/\n\s+at |Error:/u);
  if (code === 0) {
    expect(archiveLines(join(folder, 'a.jsonl')).length).toBeGreaterThan(0);
    return linesOf(join(folder, 'a.jsonl'), 'message').length;
  }
  expect(code).toBe(1);
  expect(err.trim()).not.toBe('');
  return 0;
}

test.each([
  ['chatlab', chatlab],
  ['weflow-json', weflow],
  ['chat-jsonl', lines],
  ['qq-txt', qq],
])(
  'wherever a %s export is cut, what came before is used or it is refused by a sentence',
  async (format, text) => {
    const bytes = Buffer.from(text);
    expect(await convert(format, bytes)).toBe(SAID.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async end => {
        const used = await convert(format, bytes.subarray(0, end));
        const last = text.indexOf(SAID[3] ?? '');
        // Once the fourth message began, the first three are there.
        if (end > Buffer.byteLength(text.slice(0, last))) expect(used).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 60, seed: 5 },
    );
  },
);

test.each([
  ['chatlab', chatlab],
  ['weflow-json', weflow],
  ['chat-jsonl', lines],
  ['qq-txt', qq],
])('whatever byte of a %s export is damaged, it is used or refused by a sentence', async (format, text) => {
  const bytes = Buffer.from(text);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
      async (place, byte) => {
        const damaged = Buffer.from(bytes);
        damaged[place] = byte;
        await convert(format, damaged);
      },
    ),
    { numRuns: 60, seed: 6 },
  );
});
