import type { FaqEntry } from '../faq.ts';
import { BANDS } from './bands.ts';
import { type Classified, createClassifier } from './classify.ts';
import { type EmergencyKind, emergencyIn } from './emergency.ts';
import { createFaqIndex, type FaqHit } from './faq-index.ts';
import { DEFAULT_CALIBRATION } from './likeness.ts';
import { type SensitiveTopic, sensitiveIn } from './sensitive.ts';
import type { Sentence } from './sentence.ts';

/** Everything that is understood of a text; reads no file and keeps no text. */
export interface Understanding {
  /** Of rules, sentences and calibration together; stands on whatever they produced. */
  version: string;
  classify(text: string): Classified;
  /** Entries the text may be asking for, likeliest first. */
  searchFaq(text: string, limit: number): FaqHit[];
  emergency(text: string): EmergencyKind | null;
  sensitive(text: string): SensitiveTopic | null;
  /** Searches these entries from now on. */
  setFaq(entries: readonly FaqEntry[]): void;
}

const RULES_VERSION = 'understanding-1';

/** Learns from the sentences and indexes the entries; about half a second with those of content/. */
export function createUnderstanding(from: {
  faq: readonly FaqEntry[];
  sentences: readonly Sentence[];
}): Understanding {
  let index = createFaqIndex(from.faq);
  return {
    version: `${RULES_VERSION}/${DEFAULT_CALIBRATION.version}/${BANDS.version}/sentences-${from.sentences.length}`,
    classify: createClassifier(from.sentences),
    searchFaq: (text, limit) => index.search(text, limit),
    emergency: emergencyIn,
    sensitive: sensitiveIn,
    setFaq(entries) {
      index = createFaqIndex(entries);
    },
  };
}
