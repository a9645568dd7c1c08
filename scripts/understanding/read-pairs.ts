import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readFaqContent } from '../../cli/content.ts';

const FOLDER = new URL('../../content/pairs/', import.meta.url);

/** One line of content/pairs: an entry, what people ask who mean it, and what sounds like it and is not. */
const pairSchema = z.strictObject({
  id: z.string(),
  domain: z.string(),
  question: z.string(),
  answer: z.string().nullable(),
  asked: z.array(z.string()),
  near: z.array(z.string()),
});
export type Pair = z.infer<typeof pairSchema>;

/** The pairs written for this project; the entries of content/faq.yaml stand beside them with their phrasings. */
export async function readPairs(): Promise<Pair[]> {
  const folder = fileURLToPath(FOLDER);
  const names = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map(name => readFile(`${folder}${name}`, 'utf8')));
  const written = texts.flatMap(text =>
    text
      .trim()
      .split('\n')
      .map(line => pairSchema.parse(JSON.parse(line))),
  );
  const own = (await readFaqContent()).map(
    ({ id, question, answer, phrasings }): Pair => ({
      id,
      domain: 'own',
      question,
      answer,
      asked: phrasings,
      near: [],
    }),
  );
  return [...written, ...own];
}
