import type { FaqEntry } from '../faq.ts';
import { BANDS, type Bands } from './bands.ts';
import { createFaqIndex, type FaqIndex, type FaqJudge } from './faq-index.ts';

/** Entries that are tried; more make the start slow and the figure no surer. */
const TRIED = 150;
const TRIED_OF_MANY = 40;
/** Above so many entries fewer are tried, and no second index is built to try the phrasings. */
const SMALL_BASE = 2000;
/** At most this share of an entry's own questions, put while the entry is away, may be answered by another. */
const WRONG_SHARE = 0.12;
/** What is answered should be right so often. */
const AIMED_PRECISION = 0.9;
/** No base is so bad that even word for word is not answered. */
const HIGHEST = 0.96;
/** A base may prove by its phrasings that less is enough, but never less than this. */
const LOWEST = 0.62;
const PROVEN_PRECISION = 0.93;
const LEAST_PHRASINGS = 50;
/** Too few verdicts tell nothing. */
const LEAST_VERDICTS = 10;
/** A band that no longer answers what has exactly this confidence. */
const JUST_ABOVE = 1e-6;
/** The unasked band keeps its distance from the asked one. */
const UNASKED_LEAD = BANDS.answerUnasked - BANDS.answerAsked;

/** An answer that somebody said of whether it helped. */
export interface Verdict {
  /** 0-1, as it was when the answer was given. */
  confidence: number;
  isUseful: boolean;
}

/** The bands fitted to the base in use, and what they rest on. */
export interface Calibration {
  bands: Bands;
  entries: number;
  /** Entries put while they were away; how many of them another entry would have answered. */
  leftOut: number;
  leftOutAnswered: number;
  /** Phrasings put while they were away; how many were answered, and how many of those by their own entry. */
  phrasings: number;
  phrasingsAnswered: number;
  phrasingsRight: number;
  /** Verdicts of people on what was answered. */
  verdicts: number;
  useful: number;
}

interface Trial {
  confidence: number;
  isRight: boolean;
}

/** At most `count` of them, evenly spread: the same base is tried the same way. */
function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]).flatMap(
    each => each ?? [],
  );
}

/** Each entry's own question while the entry is away: whatever is found is wrong. */
function tryWithout(entries: readonly FaqEntry[], index: FaqIndex): Trial[] {
  const tried = spread(entries, entries.length > SMALL_BASE ? TRIED_OF_MANY : TRIED);
  return tried.map(entry => {
    const [best] = index.search(entry.question, 1, entry.id);
    return { confidence: best?.confidence ?? 0, isRight: false };
  });
}

/** The last phrasing of each entry, put to a base that does not know it. */
function tryPhrasings(entries: readonly FaqEntry[], judge: FaqJudge): Trial[] {
  if (entries.length > SMALL_BASE) return [];
  const tried = spread(
    entries.filter(entry => entry.phrasings.length > 0),
    TRIED,
  );
  if (tried.length === 0) return [];
  const isTried = new Set(tried.map(entry => entry.id));
  const without = entries.map(entry =>
    isTried.has(entry.id) ? { ...entry, phrasings: entry.phrasings.slice(0, -1) } : entry,
  );
  const index = createFaqIndex(without, judge);
  return tried.map(entry => {
    const [best] = index.search(entry.phrasings.at(-1) ?? '', 1);
    return { confidence: best?.confidence ?? 0, isRight: best?.entryId === entry.id };
  });
}

const shareFrom = (trials: readonly Trial[], at: number): number =>
  trials.filter(trial => trial.confidence >= at).length / Math.max(1, trials.length);

/** The lowest band at which few enough left-out questions would be answered: just above the first of them too many. */
function bandAgainstWrong(wrong: readonly Trial[]): number {
  const sorted = wrong.map(trial => trial.confidence).sort((a, b) => b - a);
  return (sorted[Math.floor(sorted.length * WRONG_SHARE)] ?? 0) + JUST_ABOVE;
}

/**
 * The lowest band at which what is answered would still be right often enough, were every second question one that the
 * base has no answer to; the shipped band when the phrasings are too few to tell.
 */
function bandByPhrasings(phrasings: readonly Trial[], wrong: readonly Trial[]): number {
  if (phrasings.length < LEAST_PHRASINGS || wrong.length === 0) return BANDS.answerAsked;
  for (let band = LOWEST; band < BANDS.answerAsked; band += 0.02) {
    const answered = phrasings.filter(trial => trial.confidence >= band);
    const right = answered.filter(trial => trial.isRight).length;
    const wrongly = shareFrom(wrong, band) * phrasings.length;
    if (right / Math.max(1, answered.length + wrongly) >= PROVEN_PRECISION) return band;
  }
  return BANDS.answerAsked;
}

/** The lowest band from which on the verdicts are good enough; 0 with too few to tell, or when all of them together are. */
function bandByVerdicts(verdicts: readonly Verdict[]): number {
  if (verdicts.length < LEAST_VERDICTS) return 0;
  const isGoodFrom = (band: number): boolean => {
    const given = verdicts.filter(verdict => verdict.confidence >= band);
    const useful = given.filter(verdict => verdict.isUseful).length;
    // One useful verdict is lent, so that a single complaint does not close the base.
    return (useful + 1) / (given.length + 1) >= AIMED_PRECISION;
  };
  const given = [...new Set(verdicts.map(verdict => verdict.confidence))].sort((a, b) => a - b);
  const lowest = given.findIndex(isGoodFrom);
  if (lowest < 0) return HIGHEST;
  // Below the lowest answer that was judged nobody complained: praise alone closes nothing.
  return lowest === 0 ? 0 : (given[lowest - 1] ?? 0) + JUST_ABOVE;
}

/**
 * Fits the bands to a base: from its own entries and phrasings, then from people's verdicts. A threshold that was right
 * for one base is too bold for another: the shipped band is lowered only where the base's own phrasings prove it, and
 * raised where its entries are easily taken for each other, or where people say 没用.
 */
export function calibrate(
  entries: readonly FaqEntry[],
  index: FaqIndex,
  judge: FaqJudge,
  verdicts: readonly Verdict[] = [],
): Calibration {
  const wrong = tryWithout(entries, index);
  const phrasings = tryPhrasings(entries, judge);
  const answerAsked = Math.min(
    HIGHEST,
    Math.max(bandByPhrasings(phrasings, wrong), bandAgainstWrong(wrong), bandByVerdicts(verdicts)),
  );
  const answered = phrasings.filter(trial => trial.confidence >= answerAsked);
  return {
    bands: { ...BANDS, answerAsked, answerUnasked: Math.min(0.99, answerAsked + UNASKED_LEAD) },
    entries: entries.length,
    leftOut: wrong.length,
    leftOutAnswered: Math.round(shareFrom(wrong, answerAsked) * wrong.length),
    phrasings: phrasings.length,
    phrasingsAnswered: answered.length,
    phrasingsRight: answered.filter(trial => trial.isRight).length,
    verdicts: verdicts.length,
    useful: verdicts.filter(verdict => verdict.isUseful).length,
  };
}
