import type { Label } from '../message.ts';
import { trainBayes } from './bayes.ts';
import { cuesOf } from './cues.ts';
import { LABELS, type LabelOdds, type Sentence } from './sentence.ts';
import { trainSoftmax } from './softmax.ts';
import { readable, wordsOf } from './tokens.ts';

/** What a message is, and how sure that is (0-1). */
export interface Classified {
  label: Label;
  confidence: number;
}

/** How much natural's Bayes judge counts beside the learned cues and phrases. */
const BAYES_SHARE = 0.3;
/** A missed request is the worst mistake (mission.md, principle 1): chatter must be the likelier by this much. */
const CHATTER_WEIGHT = 0.7;
const HAS_HAN = /\p{Script=Han}/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;
const HAN_RUN = /\p{Script=Han}+/gu;

/** Words, character pairs and triples, what it begins and ends with, and the cues. */
function featuresOf(text: string): string[] {
  const features = cuesOf(text);
  for (const word of wordsOf(text)) features.push(`w${word}`);
  for (const run of text.match(HAN_RUN) ?? []) {
    for (let at = 0; at + 1 < run.length; at++) {
      features.push(`n${run.slice(at, at + 2)}`);
      if (at + 2 < run.length) features.push(`n${run.slice(at, at + 3)}`);
    }
  }
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  features.push(`first${bare.slice(0, 2)}`, `last${bare.slice(-2)}`, `end${bare.slice(-1)}`);
  return [...new Set(features)];
}

const certain = (label: Label, confidence: number): Classified => ({ label, confidence });

/** What needs no learning: nothing to read, and texts without a Chinese character. */
function classifyPlain(text: string): Classified | null {
  if (!HAS_LETTER.test(text)) return certain('chatter', 0.99);
  if (!HAS_HAN.test(text)) return text.includes('?') ? certain('question', 0.6) : certain('chatter', 0.7);
  return null;
}

function blend(bayes: LabelOdds, learned: LabelOdds): Classified {
  // The floor keeps one judge's false certainty from silencing the other.
  const weights = LABELS.map(
    label =>
      (label === 'chatter' ? CHATTER_WEIGHT : 1) *
      (bayes[label] + 0.02) ** BAYES_SHARE *
      (learned[label] + 1e-6) ** (1 - BAYES_SHARE),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const best = weights.indexOf(Math.max(...weights));
  return { label: LABELS[best] ?? 'chatter', confidence: (weights[best] ?? 0) / total };
}

/** Learns question, request and chatter from labelled sentences; fast enough to be done at every start. */
export function createClassifier(sentences: readonly Sentence[]): (text: string) => Classified {
  if (sentences.length === 0) return text => classifyPlain(readable(text)) ?? certain('chatter', 0.34);
  const bayes = trainBayes(sentences);
  const learned = trainSoftmax(
    sentences.map(each => ({ features: featuresOf(readable(each.text)), label: each.label })),
  );
  return raw => {
    const text = readable(raw);
    return classifyPlain(text) ?? blend(bayes(text), learned(featuresOf(text)));
  };
}
