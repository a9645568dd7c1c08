import { type FaqEntry, unsourcedEntry } from '../../src/faq.ts';
import { createCorpus } from '../../src/understanding/faq/corpus.ts';
import type { Comparison } from '../../src/understanding/faq/matcher.ts';
import { createMatcher } from '../../src/understanding/faq/matcher.ts';
import { createChance } from './chance.ts';
import { putOtherwise } from './put-otherwise.ts';
import type { Pair } from './read-pairs.ts';

/** One question put to a base, with the entry it means; -1 when none does. */
export interface Lesson {
  comparison: Comparison;
  entryAt: number;
  /** Why: asked by a person, put otherwise by rule, a near miss, an entry's own question without that entry, other talk. */
  kind: 'asked' | 'otherwise' | 'near' | 'left-out' | 'talk';
}

/** Every question is put otherwise so many times. */
const OTHERWISE = 2;
/** More candidates than these teach nothing. */
const KEPT = 25;

const entryOf = ({ id, question, answer }: Pair, phrasings: string[]): FaqEntry =>
  unsourcedEntry({ id, question, answer, phrasings });

/**
 * All lessons of one base: its own questions in other words, near misses, itself with one entry left out, and talk. A base
 * that `knows` phrasings has all but the last of each entry's, and is asked the last.
 */
export function lessonsOf(
  pairs: readonly Pair[],
  talk: readonly string[],
  background: (token: string) => number,
  knows: 'titles' | 'phrasings',
): Lesson[] {
  const known = (pair: Pair) => (knows === 'phrasings' ? pair.asked.slice(0, -1) : []);
  const asks = (pair: Pair) => (knows === 'phrasings' ? pair.asked.slice(-1) : pair.asked);
  const entries = pairs.map(pair => entryOf(pair, known(pair)));
  const match = createMatcher(createCorpus(entries, background));
  const chance = createChance(7);
  const compare = (text: string, except?: number): Comparison => {
    const { asked, matches } = match(text, except);
    const kept = matches.slice(0, KEPT).map(each => ({ ...each, features: each.features.slice() }));
    return { asked, matches: kept };
  };
  const ofEntries = pairs.flatMap((pair, entryAt): Lesson[] => [
    ...asks(pair).map((text): Lesson => ({ comparison: compare(text), entryAt, kind: 'asked' })),
    ...Array.from(
      { length: OTHERWISE },
      (): Lesson => ({
        comparison: compare(putOtherwise(pair.question, chance)),
        entryAt,
        kind: 'otherwise',
      }),
    ),
    ...pair.near.map((text): Lesson => ({ comparison: compare(text), entryAt: -1, kind: 'near' })),
    { comparison: compare(pair.question, entryAt), entryAt: -1, kind: 'left-out' },
  ]);
  return [
    ...ofEntries,
    ...talk.map((text): Lesson => ({ comparison: compare(text), entryAt: -1, kind: 'talk' })),
  ];
}
