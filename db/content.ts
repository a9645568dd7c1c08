import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FaqEntry, faqYamlSchema } from '../src/faq.ts';
import { type Sentence, sentenceSchema } from '../src/understanding/sentence.ts';

const CONTENT = new URL('../content/', import.meta.url);

/** The questions and answers that come with the program: content/faq.yaml. Throws when the file breaks its own rules. */
export const faqContent = (): FaqEntry[] =>
  faqYamlSchema.parse(parse(readFileSync(new URL('faq.yaml', CONTENT), 'utf8')));

/** The sentences the three classes are learned from: content/messages/*.jsonl. */
export function sentenceContent(): Sentence[] {
  const folder = new URL('messages/', CONTENT);
  return readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .sort()
    .flatMap(file => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter(line => line.trim() !== '')
    .map(line => sentenceSchema.parse(JSON.parse(line)));
}

/** The font that pictures are drawn with, so that they look the same on a machine without any. */
export const fontFile = (name: string): URL => new URL(`fonts/${name}`, CONTENT);
