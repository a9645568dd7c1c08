import { type ChatlabPart, chatlabLineOf, readChatlab } from '../../src/archive/chatlab.ts';
import type { ExportItem } from '../../src/archive/export-item.ts';
import { parseJson } from '../../src/archive/parse-line.ts';
import { Failure } from '../../src/errors.ts';
import { badLine } from '../read-archive.ts';
import { readLines } from '../read-lines.ts';
import { defineFormat, firstJson } from './define.ts';
import { type JsonPart, readJsonParts } from './read-json.ts';

const PATHS = ['$.chatlab', '$.meta', '$.members.*', '$.messages.*'];

/** What is wrong with a part, as its field and the cure. */
function faultOf(read: ReturnType<typeof readChatlab>): string {
  const issue = read.error?.issues[0];
  return `“${issue?.path.join('.') ?? ''}” ${issue?.message ?? 'cannot be read'}`;
}

function partOf({ key, value }: JsonPart): ChatlabPart {
  if (key === 'chatlab' || key === 'meta') return key;
  return typeof value === 'object' && value !== null && 'timestamp' in value ? 'message' : 'member';
}

async function* readDocument(file: string): AsyncGenerator<ExportItem> {
  let members = 0;
  let messages = 0;
  for await (const found of readJsonParts(file, PATHS)) {
    const part = partOf(found);
    if (part === 'message') messages++;
    if (part === 'member') members++;
    const read = readChatlab(part, found.value);
    if (!read.success) {
      const which =
        part === 'message' ? `message ${messages}` : part === 'member' ? `member ${members}` : part;
      throw new Failure('bad-line', `${file}: ${which}: ${faultOf(read)}; export the chat again`);
    }
    yield* read.data;
  }
}

async function* readJsonLines(file: string): AsyncGenerator<ExportItem> {
  for await (const { n, text } of readLines(file)) {
    if (text.startsWith('#')) continue;
    const json = parseJson(text);
    if (!json) throw badLine(file, n, 'it is not JSON; export the chat again');
    const part = chatlabLineOf(json.value);
    if (!part)
      throw badLine(file, n, 'its “_type” is none of header, member, message; export the chat again');
    const read = readChatlab(part, json.value);
    if (!read.success) throw badLine(file, n, `${faultOf(read)}; export the chat again`);
    yield* read.data;
  }
}

/** ChatLab as one JSON document. */
export const chatlab = defineFormat({
  name: 'chatlab',
  recognise: beginning => /^\s*\{[\s\S]*"chatlab"\s*:/u.test(beginning),
  read: readDocument,
});

/** ChatLab as JSON Lines; asked for by the same name. */
export const chatlabLines = defineFormat({
  name: 'chatlab',
  recognise: beginning => chatlabLineOf(firstJson(beginning)) !== null,
  read: readJsonLines,
});
