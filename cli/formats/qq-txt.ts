import type { ExportItem } from '../../src/archive/export-item.ts';
import { createQqReader } from '../../src/archive/qq-text.ts';
import { readTextLines } from './decode-text.ts';
import { defineFormat } from './define.ts';

const HEAD_BLOCK = /^\s*消息记录（|^消息分组[:：]|^消息对象[:：]/mu;
const FIRST_HEAD =
  /^\s*\d{4}-\d{1,2}-\d{1,2} .{0,3}\d{1,2}:\d{2}:\d{2}.{1,60}(?:\(\d{4,12}\)|<\S+@\S+>)\s*$/mu;

async function* read(file: string): AsyncGenerator<ExportItem> {
  const reader = createQqReader();
  for await (const line of readTextLines(file)) yield* reader.push(line);
  yield* reader.end();
}

/** QQ's own text export, one group or all chats, in the encodings it is saved in. */
export const qqTxt = defineFormat({
  name: 'qq-txt',
  recognise: beginning => HEAD_BLOCK.test(beginning) || FIRST_HEAD.test(beginning),
  read,
});
