import type { ExportItem, ExportMessage } from '../../src/archive/export-item.ts';
import { createQuoteFinder, type QuoteFinder } from '../../src/archive/quote-finder.ts';
import { readWeflowMessage, WeflowHead, WeflowSender, WeflowSession } from '../../src/archive/weflow.ts';
import { Failure } from '../../src/errors.ts';
import { defineFormat } from './define.ts';
import { type JsonPart, readUntilCut } from './read-until-cut.ts';

const PATHS = ['$.weflow', '$.session', '$.senders.*', '$.messages.*'];

/** What one file has told so far. */
interface Reading {
  file: string;
  hasGroup: boolean;
  senders: Map<number, WeflowSender>;
  quotes: QuoteFinder;
  messages: number;
  /** How often the same words of the same person came in one second, so that each keeps an id of its own. */
  sameSecond: Map<string, number>;
  second: number;
}

/** The id that the exporter gives, else one made of all that the message says: its own number changes with every export. */
function idFor(reading: Reading, message: ExportMessage): string {
  if (message.id !== null) return message.id;
  const second = message.at.getTime();
  if (second !== reading.second) reading.sameSecond.clear();
  reading.second = second;
  const key = [second, message.sender.id, message.kind, message.text ?? ''].join('\u0000');
  const again = (reading.sameSecond.get(key) ?? -1) + 1;
  reading.sameSecond.set(key, again);
  return `${key}\u0000${again}`;
}

function readMessage(reading: Reading, value: unknown): ExportItem {
  reading.messages++;
  const read = readWeflowMessage(value, reading.senders);
  if ('fault' in read) return { what: 'skipped', where: `message ${reading.messages}`, why: read.fault };
  const { message, quoted } = read;
  const id = idFor(reading, message);
  const replyTo = message.replyTo ?? (quoted && reading.quotes.find(quoted));
  reading.quotes.hear(message, id);
  return { ...message, id, replyTo };
}

function readSession(reading: Reading, value: unknown): ExportItem[] {
  const session = WeflowSession.safeParse(value);
  if (!session.success) {
    throw new Failure('bad-line', `${reading.file}: “session” has no “wxid”; export the chat again`);
  }
  if (!session.data.isGroup) {
    throw new Failure(
      'not-understood',
      `${reading.file}: “session” is a private chat; only groups are read, export the group instead`,
    );
  }
  reading.hasGroup = true;
  return [session.data.group];
}

function readPart(reading: Reading, { key, value }: JsonPart): ExportItem[] {
  if (key === 'weflow') return WeflowHead.safeParse(value).data ?? [];
  if (key === 'session') return readSession(reading, value);
  const sender = WeflowSender.safeParse(value);
  if (sender.success) {
    reading.senders.set(sender.data.number, sender.data.sender);
    return [];
  }
  if (!reading.hasGroup) {
    throw new Failure(
      'bad-line',
      `${reading.file}: message 1: “session” does not stand before it; export the chat again`,
    );
  }
  return [readMessage(reading, value)];
}

async function* read(file: string): AsyncGenerator<ExportItem> {
  const reading: Reading = {
    file,
    hasGroup: false,
    senders: new Map(),
    quotes: createQuoteFinder(),
    messages: 0,
    sameSecond: new Map(),
    second: Number.NaN,
  };
  for await (const part of readUntilCut(file, PATHS)) {
    if ('what' in part) yield part;
    else yield* readPart(reading, part);
  }
}

/** WeFlow's JSON, its plain and its compact form. */
export const weflowJson = defineFormat({
  name: 'weflow-json',
  recognise: beginning => /^\s*\{[\s\S]*?"weflow"\s*:\s*\{/u.test(beginning),
  read,
});
