import type { FaqEntry } from '../faq.ts';
import { openBackground } from './faq/background.ts';
import { createCorpus } from './faq/corpus.ts';
import { EVIDENCE, evidenceFor, rankMatches } from './faq/evidence.ts';
import type { FaqModel } from './faq/faq-model.ts';
import { FEATURES } from './faq/feature-names.ts';
import { chanceOf, openLinear } from './faq/linear.ts';
import { createMatcher } from './faq/matcher.ts';

/** An entry that a text may be asking for. */
export interface FaqHit {
  entryId: string;
  /** BM25; comparable within one search only. */
  score: number;
  /** How likely this is the entry that was asked for, 0-1; comparable between knowledge bases. */
  confidence: number;
}

/** Finds entries by their question, every phrasing and their answer. */
export interface FaqIndex {
  size: number;
  /** Likeliest first; `except` searches as if the entry with that id were not there. */
  search(text: string, limit: number, except?: string): FaqHit[];
}

/** A model ready to judge: opened once, used by every index. */
export interface FaqJudge {
  version: string;
  rank(features: ArrayLike<number>): number;
  sure(evidence: ArrayLike<number>): number;
  background(token: string): number;
}

/** Opens the learned weights of content/models/faq.json. */
export function openFaqJudge(model: FaqModel): FaqJudge {
  return {
    version: model.version,
    rank: openLinear(model.rank, FEATURES),
    sure: openLinear(model.sure, EVIDENCE),
    background: openBackground(model.background),
  };
}

/** Builds the index; entries are handed in, and a new list makes a new index. */
export function createFaqIndex(entries: readonly FaqEntry[], judge: FaqJudge): FaqIndex {
  const match = createMatcher(createCorpus(entries, judge.background));
  const places = new Map(entries.map((entry, at) => [entry.id, at]));
  return {
    size: entries.length,
    search(text, limit, except) {
      const comparison = match(text, except === undefined ? -1 : (places.get(except) ?? -1));
      const ranked = rankMatches(comparison, judge.rank);
      return ranked.slice(0, limit).map(({ entryAt, score }, place) => ({
        entryId: entries[entryAt]?.id ?? '',
        score,
        confidence: chanceOf(judge.sure(evidenceFor(comparison, ranked, place))),
      }));
    },
  };
}
