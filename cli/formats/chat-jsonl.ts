import { ChatJsonlLine, looksLikeChatJsonl } from '../../src/archive/chat-jsonl.ts';
import type { ExportItem } from '../../src/archive/export-item.ts';
import { parseJson } from '../../src/archive/parse-line.ts';
import { badLine } from '../read-archive.ts';
import { readLines } from '../read-lines.ts';
import { defineFormat, firstJson } from './define.ts';

async function* read(file: string): AsyncGenerator<ExportItem> {
  for await (const { n, text } of readLines(file)) {
    const json = parseJson(text);
    if (!json) throw badLine(file, n, 'it is not JSON; write one {"room","id","ts","sender","text"} a line');
    const line = ChatJsonlLine.safeParse(json.value);
    const [issue] = line.error?.issues ?? [];
    if (issue) throw badLine(file, n, `“${issue.path.join('.')}”: ${issue.message}`);
    yield* line.data ?? [];
  }
}

/** Plain `{room,id,ts,sender,text,replyTo}` lines. */
export const chatJsonl = defineFormat({
  name: 'chat-jsonl',
  recognise: beginning => looksLikeChatJsonl(firstJson(beginning)),
  read,
});
