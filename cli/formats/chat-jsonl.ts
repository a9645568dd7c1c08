import { ChatJsonlLine, looksLikeChatJsonl } from '../../src/archive/chat-jsonl.ts';
import type { ExportItem } from '../../src/archive/export-item.ts';
import { parseJson } from '../../src/archive/parse-line.ts';
import { defineFormat, firstJson } from './define.ts';
import { readPastBroken, skippedLine } from './read-past-broken.ts';

async function* read(file: string): AsyncGenerator<ExportItem> {
  for await (const row of readPastBroken(file)) {
    if ('what' in row) {
      yield row;
      continue;
    }
    const json = parseJson(row.text);
    const line = json && ChatJsonlLine.safeParse(json.value);
    const [issue] = line?.error?.issues ?? [];
    if (line?.success) yield* line.data;
    else if (issue) yield skippedLine(row.n, `“${issue.path.join('.')}”: ${issue.message}`);
    else yield skippedLine(row.n, 'it is not JSON; write one {"room","id","ts","sender","text"} a line');
  }
}

/** Plain `{room,id,ts,sender,text,replyTo}` lines. */
export const chatJsonl = defineFormat({
  name: 'chat-jsonl',
  recognise: beginning => looksLikeChatJsonl(firstJson(beginning)),
  read,
});
