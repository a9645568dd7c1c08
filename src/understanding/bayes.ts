// Only this file of natural: its index loads mongoose, pg and redis.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { LABELS, type LabelOdds, type Sentence } from './sentence.ts';
import { readable, wordsOf } from './tokens.ts';

/** Longer texts would underflow the product of word chances to zero. */
const JUDGED_WORDS = 60;
/** Words seen in no sentence count a little in every class. */
const SMOOTHING = 0.4;

/** natural's Bayes classifier over jieba's words: judges by what is talked about, where the cues see how it is said. */
export function trainBayes(sentences: readonly Sentence[]): (text: string) => LabelOdds {
  const bayes = new BayesClassifier(undefined, SMOOTHING);
  for (const sentence of sentences) bayes.addDocument(wordsOf(readable(sentence.text)), sentence.label);
  bayes.train();
  return text => {
    const words = wordsOf(text).slice(0, JUDGED_WORDS);
    const odds: LabelOdds = { question: 0, request: 0, chatter: 0 };
    const found = new Map(bayes.getClassifications(words).map(each => [each.label, each.value]));
    const total = LABELS.reduce((sum, label) => sum + (found.get(label) ?? 0), 0);
    for (const label of LABELS) {
      odds[label] = total > 0 ? (found.get(label) ?? 0) / total : 1 / LABELS.length;
    }
    return odds;
  };
}
