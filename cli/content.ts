import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Labeller } from '../src/archive/labeller.ts';
import { parseJson } from '../src/archive/parse-line.ts';
import { Failure } from '../src/errors.ts';
import { type FaqEntry, faqYamlSchema } from '../src/faq.ts';
import { type Models, modelsSchema } from '../src/understanding/models.ts';
import { type Sentence, sentenceSchema } from '../src/understanding/sentence.ts';
import { createUnderstanding } from '../src/understanding/understanding.ts';
import { badLine } from './read-archive.ts';
import { expectFile, readLines } from './read-lines.ts';

/** What staff edit and the program learns from; it lies beside the program, wherever that is called from. */
const CONTENT = new URL('../content/', import.meta.url);

/** The labelled sentences of content/messages. */
export async function readSentences(): Promise<Sentence[]> {
  const folder = fileURLToPath(new URL('messages/', CONTENT));
  const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort();
  const sentences: Sentence[] = [];
  for (const name of names) {
    for await (const { n, text } of readLines(`${folder}${name}`)) {
      const read = sentenceSchema.safeParse(parseJson(text)?.value);
      if (!read.success)
        throw badLine(`content/messages/${name}`, n, 'is not a labelled sentence; correct it');
      sentences.push(read.data);
    }
  }
  return sentences;
}

/** The entries of content/faq.yaml. */
export async function readFaqContent(): Promise<FaqEntry[]> {
  const file = fileURLToPath(new URL('faq.yaml', CONTENT));
  await expectFile(file);
  const read = faqYamlSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const entry = Number(issue?.path[0] ?? 0) + 1;
  throw new Failure(
    'bad-line',
    `content/faq.yaml: entry ${entry}: “${issue?.path.slice(1).join('.')}” ${issue?.message}`,
  );
}

/** What `npm run train` learned; throws a Failure when a file is missing or damaged. */
async function readModel(name: string): Promise<unknown> {
  const file = fileURLToPath(new URL(`models/${name}.json.gz`, CONTENT));
  await expectFile(file);
  const packed = await readFile(file);
  try {
    return parseJson(gunzipSync(packed).toString('utf8'))?.value;
  } catch {
    return undefined;
  }
}

let models: Promise<Models> | undefined;

async function readAllModels(): Promise<Models> {
  const [classes, faq, emergencies] = await Promise.all(['classes', 'faq', 'emergencies'].map(readModel));
  const read = modelsSchema.safeParse({ classes, faq, emergencies });
  if (read.success) return read.data;
  const part = read.error.issues[0]?.path.join('.') ?? '';
  throw new Failure(
    'bad-line',
    `content/models: “${part}” is damaged; restore the files or run npm run train`,
  );
}

/** The learned models of content/models, read once a process. */
export function readModels(): Promise<Models> {
  models ??= readAllModels();
  return models;
}

let labeller: Promise<Labeller> | undefined;

async function openJudges(): Promise<Labeller> {
  const { version, classify } = createUnderstanding({ faq: [], models: await readModels() });
  return { version, labelOf: classify };
}

/** Says what each message is; opened once a process. */
export function openLabeller(): Promise<Labeller> {
  labeller ??= openJudges();
  return labeller;
}
