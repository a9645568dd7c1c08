import { type FaqEntry, unsourcedEntry } from '../../src/faq.ts';
import { createChance } from '../shared/chance.ts';
import type { SharedData } from '../shared/shared-data.ts';

/** Entries of the bases that are timed. */
export const SIZES = [1000, 10_000, 100_000] as const;

/** Sentences kept back from the bases, to be asked. */
const ASKED = 600;
/** Longer texts are letters, not questions. */
const LONGEST = 60;
const LONGEST_ANSWER = 90;
const PHRASINGS = 2;

/** A base of some size, and questions that are not in it. */
export interface Base {
  entries: FaqEntry[];
  asked: string[];
}

/** Plain: sentences, with the answers the source has. Furnished: each with two phrasings and an answer of 90 characters. */
export type Furniture = 'plain' | 'furnished';

const entryOf = (id: string, question: string, answer: string | null, phrasings: string[]): FaqEntry =>
  unsourcedEntry({ id, question, answer, phrasings });

/** The first half of one sentence before the second half of another. */
function recombine(one: string, other: string): string {
  const [a, b] = [Array.from(one), Array.from(other)];
  return [...a.slice(0, a.length >> 1), ...b.slice(b.length >> 1)].join('');
}

/** A base of real sentences; where they run out, of halves of two of them put together. The same every time. */
export function makeBase(data: SharedData, size: number, furniture: Furniture): Base {
  const answers = new Map(data.kb.map(row => [row.question, row.answer]));
  const texts = [
    ...data.kb.map(row => row.question),
    ...data.queries.map(row => row.query),
    ...data.unanswerable.map(row => row.query),
    ...data.messages.map(row => row.text),
  ];
  const sentences = [...new Set(texts)].filter(text => Array.from(text).length <= LONGEST);
  const chance = createChance(11);
  chance.shuffle(sentences);
  const asked = sentences.splice(0, ASKED);
  const any = (): string => sentences[chance.below(sentences.length)] ?? '';
  const questions = new Set(sentences.slice(0, size));
  while (questions.size < size) questions.add(recombine(any(), any()));
  const entries = [...questions].map((question, at) => {
    if (furniture === 'plain') return entryOf(`e${at}`, question, answers.get(question) ?? null, []);
    const answer = Array.from(any() + any() + any() + any()).slice(0, LONGEST_ANSWER);
    const phrasings = Array.from({ length: PHRASINGS }, () => recombine(question, any()));
    return entryOf(`e${at}`, question, answer.join(''), phrasings);
  });
  return { entries, asked };
}
