// Only this file of natural: its index loads mongoose, pg and redis.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { z } from 'zod';
import { LABELS, type LabelOdds, type Sentence } from './sentence.ts';
import { readable, wordsOf } from './tokens.ts';

/** Longer texts would underflow the product of word chances to zero. */
const JUDGED_WORDS = 60;
/** Words seen in no sentence count a little in every class. */
const SMOOTHING = 0.4;
/** Rarer words tell little, and natural's time to learn and to judge grows with their number. */
const LEAST_SENTENCES = 4;

const counts = z.record(z.string(), z.number());

/** What natural has counted: how often each word, by number, stands in each class. */
export const bayesModelSchema = z.strictObject({
  classifier: z.strictObject({
    classFeatures: z.record(z.string(), counts),
    classTotals: counts,
    totalExamples: z.number(),
    smoothing: z.number(),
  }),
  features: counts,
});
export type BayesModel = z.infer<typeof bayesModelSchema>;

/** The words of each sentence, without those said in few sentences. */
function tellingWords(sentences: readonly Sentence[]): string[][] {
  const split = sentences.map(sentence => [...new Set(wordsOf(readable(sentence.text)))]);
  const seen = new Map<string, number>();
  for (const word of split.flat()) seen.set(word, (seen.get(word) ?? 0) + 1);
  return split.map(words => words.filter(word => (seen.get(word) ?? 0) >= LEAST_SENTENCES));
}

/** natural's Bayes classifier over jieba's words: judges by what is talked about, where the cues see how it is said. */
export function trainBayes(sentences: readonly Sentence[]): BayesModel {
  const bayes = new BayesClassifier(undefined, SMOOTHING);
  tellingWords(sentences).forEach((words, at) => {
    const sentence = sentences[at];
    if (sentence) bayes.addDocument(words, sentence.label);
  });
  bayes.train();
  const { classifier, features } = z
    .object({ classifier: z.looseObject({}), features: counts })
    .parse(JSON.parse(JSON.stringify(bayes)));
  const { classFeatures, classTotals, totalExamples, smoothing } = classifier;
  return bayesModelSchema.parse({
    classifier: { classFeatures, classTotals, totalExamples, smoothing },
    features,
  });
}

/** natural's classifier opened for words that were looked up before. */
export interface BayesOfPlaces {
  /** A word's place among those that were counted; -1 when it was not. */
  placeOf(word: string): number;
  /** For a text's words, punctuation left out, as natural reckons it. */
  oddsOf(places: readonly number[]): LabelOdds;
}

/** JavaScript walks an object's whole numbers first and in their order, and natural adds up as it walks. */
const wholeNumberOf = (word: string): number => (/^(?:0|[1-9]\d{0,8})$/.test(word) ? Number(word) : -1);

/** For every class the logarithm of each word's share, and the share of the class itself. */
function takeLogarithms({ classifier, features }: BayesModel) {
  const { classFeatures, classTotals, totalExamples, smoothing } = classifier;
  const places = Object.keys(features).length;
  return LABELS.map(label => {
    const own = classFeatures[label];
    const total = classTotals[label] ?? 1;
    const logs = Float64Array.from({ length: places }, (_, at) => Math.log((own?.[at] || smoothing) / total));
    return { label, logs, prior: own ? total / totalExamples : 0 };
  });
}

/** Each place once, in the order in which natural adds them up. */
function inItsOrder(places: readonly number[], wholes: Int32Array): number[] {
  const numbers: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < places.length && at < JUDGED_WORDS; at++) {
    const place = places[at] ?? -1;
    if (place < 0) continue;
    const list = (wholes[place] ?? -1) < 0 ? others : numbers;
    if (!list.includes(place)) list.push(place);
  }
  if (numbers.length === 0) return others;
  return [...numbers.sort((a, b) => (wholes[a] ?? 0) - (wholes[b] ?? 0)), ...others];
}

/** Opens what was learned; the sentences themselves are not needed any more, and every logarithm is taken once. */
export function openBayesOfPlaces(model: BayesModel): BayesOfPlaces {
  const classes = takeLogarithms(model);
  const places = new Map<string, number>();
  for (const word in model.features) places.set(word, places.size);
  const wholes = Int32Array.from(places.keys(), wholeNumberOf);
  return {
    placeOf: word => places.get(word) ?? -1,
    oddsOf(told) {
      const observed = inItsOrder(told, wholes);
      const odds: LabelOdds = { question: 0, request: 0, chatter: 0 };
      let total = 0;
      for (const { label, logs, prior } of classes) {
        let sum = 0;
        for (let at = 0; at < observed.length; at++) sum += logs[observed[at] ?? 0] ?? 0;
        odds[label] = prior * Math.exp(sum);
        total += odds[label];
      }
      for (const label of LABELS) odds[label] = total > 0 ? odds[label] / total : 1 / LABELS.length;
      return odds;
    },
  };
}

/** The same for a whole text. */
export function openBayes(model: BayesModel): (text: string) => LabelOdds {
  const { placeOf, oddsOf } = openBayesOfPlaces(model);
  return text => oddsOf(wordsOf(text).map(placeOf));
}
