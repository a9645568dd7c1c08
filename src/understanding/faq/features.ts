import { compareTraits } from './aspects.ts';
import type { Candidate, Shortlist } from './candidates.ts';
import type { Corpus } from './corpus.ts';
import { commonOrder } from './order.ts';
import { type Overlap, overlap } from './overlap.ts';
import { subjectFeatures } from './subject.ts';
import { CHARACTER, PAIR, WORD } from './vocabulary.ts';
import type { Asked, Wording } from './wording.ts';

/** What is asked, with its tokens marked and weighed; opened once a question. */
export interface AskedView {
  asked: Asked;
  list: Shortlist;
  weight: Float64Array;
  contentWeight: Float64Array;
}

/** Compares one question with its candidates; `marks` is as long as the vocabulary and all zero between questions. */
export function viewAsked(asked: Asked, list: Shortlist): AskedView {
  const weight = new Float64Array(3);
  const contentWeight = new Float64Array(3);
  for (const { kind, isLight, rarity } of asked.tokens) {
    weight[kind] = (weight[kind] ?? 0) + rarity;
    if (!isLight) contentWeight[kind] = (contentWeight[kind] ?? 0) + rarity;
  }
  return { asked, list, weight, contentWeight };
}

const share = (part: number | undefined, whole: number | undefined): number =>
  whole ? (part ?? 0) / whole : 0;
const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0);
const MOST_SCORE = 1.5;
const isAll = (part: number): number => (part > 0.999 ? 1 : 0);

function contentFeatures(view: AskedView, wording: Wording, found: Overlap, highest: number): number[] {
  const asked = share(found.contentAsked[CHARACTER], view.contentWeight[CHARACTER]);
  const worded = share(found.contentWording[CHARACTER], wording.contentWeight[CHARACTER]);
  const wordsAsked = share(found.contentAsked[WORD], view.contentWeight[WORD]);
  const wordsWorded = share(found.contentWording[WORD], wording.contentWeight[WORD]);
  const missing = [
    found.missingAsked[CHARACTER],
    found.missingWording[CHARACTER],
    found.missingAsked[WORD],
    found.missingWording[WORD],
  ].map(rarity => (rarity ?? 0) / highest);
  const [a = 0, b = 0, c = 0, d = 0] = missing;
  const { opposed } = compareTraits(view.asked.traits, wording.traits);
  return [
    asked,
    worded,
    Math.min(asked, worded),
    wordsAsked,
    wordsWorded,
    Math.min(wordsAsked, wordsWorded),
    a,
    b,
    a * b,
    c,
    d,
    c * d,
    opposed,
    (1 - asked) * (1 - worded),
    isAll(asked),
    isAll(worded),
    isAll(Math.min(asked, worded)),
  ];
}

function wordFeatures(
  view: AskedView,
  wording: Wording,
  found: Overlap,
): { shares: number[]; characters: [number, number]; means: number[] } {
  const kinds = [WORD, PAIR, CHARACTER];
  const asked = kinds.map(kind => share(found.asked[kind], view.weight[kind]));
  const worded = kinds.map(kind => share(found.wording[kind], wording.weight[kind]));
  const means = kinds.map(kind => harmonic(asked[kind] ?? 0, worded[kind] ?? 0));
  return {
    shares: [...asked, ...worded, ...means],
    characters: [asked[CHARACTER] ?? 0, worded[CHARACTER] ?? 0],
    means,
  };
}

function orderFeatures(asked: Asked, wording: Wording): number[] {
  const { sequence, run } = commonOrder(asked.units, wording.units);
  const [n, m] = [asked.units.length, wording.units.length];
  return [share(sequence, n), share(sequence, m), share(run, n), share(run, m)];
}

function traitFeatures(
  asked: Asked,
  wording: Wording,
): { aspects: number[]; numbers: number[]; isNegatedOnce: number } {
  const { shared, onlyFirst, onlySecond, isNegatedOnce } = compareTraits(asked.traits, wording.traits);
  const isIn = (numbers: readonly string[]) => (number: string) => numbers.includes(number);
  return {
    aspects: [shared / 4, onlyFirst / 4, onlySecond / 4],
    numbers: [
      asked.numbers.every(isIn(wording.numbers)) ? 0 : 1,
      wording.numbers.every(isIn(asked.numbers)) ? 0 : 1,
      asked.numbers.some(isIn(wording.numbers)) ? 1 : 0,
    ],
    isNegatedOnce,
  };
}

/** The features of one candidate, in the order of FEATURES. */
export function featuresOf(
  corpus: Corpus,
  view: AskedView,
  candidate: Candidate,
  marks: Uint8Array,
): Float64Array {
  const { asked, list } = view;
  const { wording } = candidate;
  const found = overlap(corpus, asked, wording, marks);
  const words = wordFeatures(view, wording, found);
  const traits = traitFeatures(asked, wording);
  const [n, m] = [asked.units.length, wording.units.length];
  const own = (score: number) => Math.min(MOST_SCORE, share(score, list.ownScore));
  const [least, most] = words.characters;
  return Float64Array.from([
    ...contentFeatures(view, wording, found, corpus.postings.highestRarity),
    own(candidate.wordingScore),
    share(candidate.wordingScore, list.bestWordingScore),
    ...words.shares,
    ...orderFeatures(asked, wording),
    ...traits.aspects,
    ...traits.numbers,
    share(candidate.answerScore, list.bestAnswerScore),
    candidate.answerScore > 0 ? 1 : 0,
    n > 0 && asked.units[0] === wording.units[0] ? 1 : 0,
    n > 0 && asked.units[n - 1] === wording.units[m - 1] ? 1 : 0,
    Math.abs(Math.log(1 + n) - Math.log(1 + m)),
    Math.log(1 + m) / 5,
    Math.sqrt(least * most),
    Math.min(least, most),
    own(candidate.answerScore),
    traits.isNegatedOnce,
    (words.means[CHARACTER] ?? 0) ** 2,
    (words.means[PAIR] ?? 0) ** 2,
    ...subjectFeatures(corpus, asked, wording, marks),
  ]);
}
