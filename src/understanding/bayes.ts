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

/** Opens what was learned; the sentences themselves are not needed any more. */
export function openBayes(model: BayesModel): (text: string) => LabelOdds {
  const bayes = BayesClassifier.restore(structuredClone({ ...model, docs: [], lastAdded: 0 }));
  // natural looks a text up against every word it knows; told the places of the text's own words, it need not.
  const places = new Map<string, number>();
  for (const word in model.features) places.set(word, places.size);
  return text => {
    const observed: Record<string, number> = {};
    for (const word of wordsOf(text).slice(0, JUDGED_WORDS)) {
      const place = places.get(word);
      if (place !== undefined) observed[word] = place;
    }
    const odds: LabelOdds = { question: 0, request: 0, chatter: 0 };
    const found = new Map(
      bayes.classifier.getClassifications(observed).map(each => [each.label, each.value]),
    );
    const total = LABELS.reduce((sum, label) => sum + (found.get(label) ?? 0), 0);
    for (const label of LABELS) {
      odds[label] = total > 0 ? (found.get(label) ?? 0) / total : 1 / LABELS.length;
    }
    return odds;
  };
}
