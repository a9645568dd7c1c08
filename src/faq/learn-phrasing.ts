import type { FaqEntry } from '../faq.ts';
import { redactPersonal } from '../redact-personal.ts';
import { normalise } from '../understanding/tokens.ts';
import { hanOf } from './factual-answer.ts';

/** Phrasings an entry learns at most; then its own words are enough. */
export const MOST_LEARNED = 20;
const MOST_CHARS = 40;
const LEAST_HAN = 4;

/** Spelt alike but for marks and spaces. */
export const bareWords = (text: string): string => normalise(text).replace(/[\p{P}\p{S}\s]+/gu, '');

export const knownWords = (entry: FaqEntry): Set<string> =>
  new Set([entry.question, ...entry.phrasings].map(bareWords));

/**
 * The asked words as a phrasing, or null: too long, too short, spelt already, or with anything personal in them.
 * `taken` are the words other entries are found by: what two share, neither learns.
 */
export function phrasingToLearn(
  asked: string,
  entry: FaqEntry,
  more: { names: readonly string[]; taken: ReadonlySet<string>; learned: number },
): string | null {
  const words = asked.replace(/\s+/gu, ' ').trim();
  if (more.learned >= MOST_LEARNED || [...words].length > MOST_CHARS || hanOf(words) < LEAST_HAN) return null;
  if (redactPersonal(words, more.names) !== words) return null;
  const bare = bareWords(words);
  return knownWords(entry).has(bare) || more.taken.has(bare) ? null : words;
}
