import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJsonLines } from '../../cli/read-json-lines.ts';
import { kbLineSchema } from '../../src/faq.ts';
import { LABELS } from '../../src/understanding/sentence.ts';

const FOLDER = new URL('../../../shared/data/', import.meta.url);

const kbRowSchema = z.intersection(kbLineSchema, z.object({ domain: z.string() }));
const querySchema = z.object({
  id: z.string(),
  query: z.string(),
  entry: z.string(),
  domain: z.string(),
  sub: z.string().nullable(),
});
const unanswerableSchema = z.object({ query: z.string(), domain: z.string(), kind: z.string() });
const messageSchema = z.object({ text: z.string(), label: z.enum(LABELS), source: z.string() });

/** An entry of the shared base. */
export type KbRow = z.output<typeof kbRowSchema>;
/** A question with the entry it means. */
export type QueryRow = z.output<typeof querySchema>;
/** Something asked or said that no entry answers, and why. */
export type UnanswerableRow = z.output<typeof unanswerableSchema>;
/** A message with what it is. */
export type MessageRow = z.output<typeof messageSchema>;

/** The half of the shared sets that is open to development. */
export interface SharedData {
  kb: KbRow[];
  queries: QueryRow[];
  unanswerable: UnanswerableRow[];
  messages: MessageRow[];
}

/** Said when there is nothing to measure on. */
export const NO_SHARED_DATA =
  'There is no ../shared/data beside this project, so there is nothing to measure on; nothing was measured.';

async function read<Row extends z.ZodType>(name: string, schema: Row): Promise<z.output<Row>[]> {
  const rows: z.output<Row>[] = [];
  for await (const row of readJsonLines(fileURLToPath(new URL(name, FOLDER)), schema)) rows.push(row);
  return rows;
}

/** Where a shared file lies, or null when it is not there. */
export function sharedFile(name: string): string | null {
  const file = fileURLToPath(new URL(name, FOLDER));
  return existsSync(file) ? file : null;
}

/** Reads the shared sets A and B; null when they are not there. */
export async function readSharedData(): Promise<SharedData | null> {
  const names = ['a_kb.jsonl', 'a_queries.jsonl', 'a_unanswerable.jsonl', 'b_messages.jsonl'];
  if (names.some(name => sharedFile(name) === null)) return null;
  return {
    kb: await read('a_kb.jsonl', kbRowSchema),
    queries: await read('a_queries.jsonl', querySchema),
    unanswerable: await read('a_unanswerable.jsonl', unanswerableSchema),
    messages: await read('b_messages.jsonl', messageSchema),
  };
}

/** bq's labels are noisy (see the notes of the data): everything is told with and without it. */
export function withoutBq(data: SharedData): SharedData {
  const isKept = (row: { domain: string }) => row.domain !== 'bq';
  return {
    ...data,
    kb: data.kb.filter(isKept),
    queries: data.queries.filter(isKept),
    unanswerable: data.unanswerable.filter(isKept),
  };
}
