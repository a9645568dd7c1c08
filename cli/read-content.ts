import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../src/errors.ts';
import { type FaqEntry, faqYamlSchema, kbLineSchema } from '../src/faq.ts';
import { type Sentence, sentenceSchema } from '../src/understanding/sentence.ts';
import { expectFile, readLines } from './read-lines.ts';

/** The folder `content` of the program. */
const CONTENT = fileURLToPath(new URL('../content/', import.meta.url));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function refusedLine(file: string, n: number, why: string): Failure {
  return new Failure('bad-line', `${file}: line ${n}: ${why}; write one JSON object a line`);
}

/** The objects of a JSON Lines file as `schema` reads them; throws a Failure that names file, line and cure. */
export async function* readJsonLines<Row extends z.ZodType>(
  file: string,
  schema: Row,
): AsyncGenerator<z.output<Row>> {
  for await (const { n, text } of readLines(file)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw refusedLine(file, n, 'is not JSON');
    }
    if (!isRecord(value)) throw refusedLine(file, n, 'is not an object');
    const read = schema.safeParse(value);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw refusedLine(file, n, `"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is wrong'}`);
    }
    yield read.data;
  }
}

/** The entries of a kb.jsonl. */
export const readKb = (file: string): Promise<FaqEntry[]> =>
  Array.fromAsync(readJsonLines(file, kbLineSchema));

/** The entries of content/faq.yaml, or of another file of that form. */
export async function readFaq(file = `${CONTENT}faq.yaml`): Promise<FaqEntry[]> {
  await expectFile(file);
  let value: unknown;
  try {
    value = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Failure('bad-line', `${file}: ${error instanceof Error ? error.message : 'is not YAML'}`);
  }
  const read = faqYamlSchema.safeParse(value);
  if (read.success) return read.data;
  throw new Failure('bad-line', `${file}: ${z.prettifyError(read.error)}`);
}

/** Every sentence of content/messages. */
export async function readSentences(folder = `${CONTENT}messages/`): Promise<Sentence[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort();
  const read = files.map(name => Array.fromAsync(readJsonLines(`${folder}${name}`, sentenceSchema)));
  return (await Promise.all(read)).flat();
}
