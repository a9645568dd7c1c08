import { CANDIDATES, createShortlister, type Shortlist } from './candidates.ts';
import type { Corpus } from './corpus.ts';
import { featuresOf, viewAsked } from './features.ts';
import { type Asked, readAsked } from './wording.ts';

/** An entry compared with a question. */
export interface Match {
  entryAt: number;
  /** BM25 of its best wording and its answer. */
  score: number;
  /** In the order of FEATURES. */
  features: Float64Array;
}

/** A question with the entries that share words with it, best score first. */
export interface Comparison {
  asked: Asked;
  matches: readonly Match[];
}

/** Compares a question with the entries; `except` leaves one entry out as if it were not there. */
export type Matcher = (text: string, except?: number) => Comparison;

function mark(marks: Uint8Array, asked: Asked, value: 0 | 1): void {
  for (const { id } of asked.tokens) if (id >= 0) marks[id] = value;
}

/** Prepares to compare questions with the entries of a corpus. */
export function createMatcher(corpus: Corpus): Matcher {
  const list = createShortlister(corpus);
  const { postings, background } = corpus;
  // A word that no entry has may still be an everyday one, which tells little.
  const rarityOf = (id: number, token: string) =>
    postings.isKnown(id) ? postings.rarityOf(id) : postings.highestRarity * background(token);
  const marks = new Uint8Array(corpus.vocabulary.size);
  const compare = (asked: Asked, found: Shortlist): Match[] => {
    const view = viewAsked(asked, found);
    mark(marks, asked, 1);
    const matches = found.candidates.map(candidate => ({
      entryAt: candidate.entryAt,
      score: candidate.score,
      features: featuresOf(corpus, view, candidate, marks),
    }));
    mark(marks, asked, 0);
    return matches;
  };
  return (text, except) => {
    const asked = readAsked(text, corpus.vocabulary, rarityOf);
    return { asked, matches: compare(asked, list(asked, CANDIDATES, except)) };
  };
}
