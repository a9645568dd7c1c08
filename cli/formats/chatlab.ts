import { type ChatlabPart, chatlabLineOf, chatlabMessageIn, readChatlab } from '../../src/archive/chatlab.ts';
import type { ExportItem } from '../../src/archive/export-item.ts';
import { parseJson } from '../../src/archive/parse-line.ts';
import { Failure } from '../../src/errors.ts';
import { badLine } from '../read-archive.ts';
import type { FileLine } from '../read-lines.ts';
import { defineFormat, firstJson } from './define.ts';
import { readBatchesPastBroken, skippedLine } from './read-past-broken.ts';
import { type JsonPart, readUntilCut } from './read-until-cut.ts';

const PATHS = ['$.chatlab', '$.meta', '$.members.*', '$.messages.*'];

/** What is wrong with a part, as its field and the cure. */
function faultOf(read: ReturnType<typeof readChatlab>): string {
  const issue = read.error?.issues[0];
  return `“${issue?.path.join('.') ?? ''}” ${issue?.message ?? 'cannot be read'}`;
}

function partOf({ key, value }: JsonPart): ChatlabPart {
  if (key === 'chatlab' || key === 'meta') return key;
  return typeof value === 'object' && value !== null && 'platformId' in value ? 'member' : 'message';
}

async function* readDocument(file: string): AsyncGenerator<ExportItem> {
  let members = 0;
  let messages = 0;
  for await (const found of readUntilCut(file, PATHS)) {
    if ('what' in found) {
      yield found;
      continue;
    }
    const part = partOf(found);
    if (part === 'message') messages++;
    if (part === 'member') members++;
    const read = readChatlab(part, found.value);
    if (!read.success) {
      if (part !== 'message' && part !== 'member')
        throw new Failure('bad-line', `${file}: ${part}: ${faultOf(read)}; export the chat again`);
      const where = part === 'message' ? `message ${messages}` : `member ${members}`;
      yield { what: 'skipped', where, why: faultOf(read) };
    } else yield* read.data;
  }
}

function readLine(file: string, { n, text }: FileLine): ExportItem[] {
  if (text.startsWith('#')) return [];
  const json = parseJson(text);
  const message = json && messageIn(json.value);
  if (message) return [message];
  const part = json && chatlabLineOf(json.value);
  const read = json && part && readChatlab(part, json.value);
  if (part === 'header' && read?.success === false)
    throw badLine(file, n, `${faultOf(read)}; export the chat again`);
  if (read?.success) return read.data;
  if (read) return [skippedLine(n, faultOf(read))];
  return [skippedLine(n, json ? 'its “_type” is none of header, member, message' : 'it is not JSON')];
}

const messageIn = (value: unknown): ExportItem | null =>
  typeof value === 'object' && value !== null && '_type' in value && value._type === 'message'
    ? chatlabMessageIn(value)
    : null;

async function* readJsonLineBatches(file: string): AsyncGenerator<ExportItem[]> {
  for await (const lines of readBatchesPastBroken(file)) {
    const items: ExportItem[] = [];
    for (const line of lines) {
      if ('what' in line) items.push(line);
      else items.push(...readLine(file, line));
    }
    yield items;
  }
}

async function* readJsonLines(file: string): AsyncGenerator<ExportItem> {
  for await (const items of readJsonLineBatches(file)) yield* items;
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
  readBatches: readJsonLineBatches,
});
