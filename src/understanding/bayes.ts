// Only this file of natural: its index loads mongoose, pg and redis.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { LABELS, type LabelOdds, type Sentence } from './sentence.ts';
import { readable, wordsOf } from './tokens.ts';

/** Longer texts would underflow the product of word chances to zero. */
const JUDGED_WORDS = 60;
/** Words seen in no sentence count a little in every class. */
const SMOOTHING = 0.4;
/** Rarer words tell little, and natural's time to learn grows with words times sentences. */
const LEAST_SENTENCES = 2;

/** The words of each sentence, without those said in one sentence only. */
function tellingWords(sentences: readonly Sentence[]): string[][] {
  const split = sentences.map(sentence => [...new Set(wordsOf(readable(sentence.text)))]);
  const seen = new Map<string, number>();
  for (const word of split.flat()) seen.set(word, (seen.get(word) ?? 0) + 1);
  return split.map(words => words.filter(word => (seen.get(word) ?? 0) >= LEAST_SENTENCES));
}

/** natural's Bayes classifier over jieba's words: judges by what is talked about, where the cues see how it is said. */
export function trainBayes(sentences: readonly Sentence[]): (text: string) => LabelOdds {
  const bayes = new BayesClassifier(undefined, SMOOTHING);
  tellingWords(sentences).forEach((words, at) => {
    const sentence = sentences[at];
    if (sentence) bayes.addDocument(words, sentence.label);
  });
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
