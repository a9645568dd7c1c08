import type { FaqEntry } from '../faq.ts';
import { weighByClass } from './answerable.ts';
import { type Calibration, calibrate, type Verdict } from './calibrate.ts';
import { type Classified, likeliest, openOdds } from './classify.ts';
import { createRecogniser } from './emergency/recognise.ts';
import { openEmergencySense } from './emergency/sense.ts';
import type { EmergencyKind } from './emergency.ts';
import { createFaqIndex, type FaqHit, openFaqJudge } from './faq-index.ts';
import { type Context, type Heard, hearInContext } from './in-context.ts';
import type { Models } from './models.ts';
import { type SensitiveTopic, sensitiveIn } from './sensitive.ts';
import type { LabelOdds } from './sentence.ts';

/** Everything that is understood of a text; reads no file and keeps no text. */
export interface Understanding {
  /** Of rules, models and bands together; stands on whatever they produced. */
  version: string;
  classify(text: string): Classified;
  /** The same with what stands around the message. */
  hear(text: string, context: Context): Heard;
  /** Entries the text may be asking for, likeliest first; talk finds none that is sure. */
  searchFaq(text: string, limit: number): FaqHit[];
  emergency(text: string): EmergencyKind | null;
  sensitive(text: string): SensitiveTopic | null;
  /** The bands fitted to the entries in use, and what they rest on. */
  calibration(): Calibration;
  /** Searches these entries from now on; verdicts are what people said of earlier answers. */
  setFaq(entries: readonly FaqEntry[], verdicts?: readonly Verdict[]): void;
}

const RULES_VERSION = 'understanding-3';

/** Remembers the last text: one message is looked at from several sides. */
function rememberLast(odds: (text: string) => LabelOdds): (text: string) => LabelOdds {
  let last: { text: string; odds: LabelOdds } | undefined;
  return text => {
    if (last?.text !== text) last = { text, odds: odds(text) };
    return last.odds;
  };
}

interface Judges {
  emergencyOf: Understanding['emergency'];
  judge: ReturnType<typeof openFaqJudge>;
  odds: ReturnType<typeof openOdds>;
}

const opened = new WeakMap<Models, Judges>();

/** Opens a judge when it is first asked. */
function onFirstText<Answer>(open: () => (text: string) => Answer): (text: string) => Answer {
  let judge: ((text: string) => Answer) | undefined;
  return text => {
    judge ??= open();
    return judge(text);
  };
}

/** The judges only read what was learned, so that several rooms of one process share them. */
function judgesOf(models: Models): Judges {
  const known = opened.get(models);
  if (known) return known;
  // An archive that carries its labels is analysed without any of them, and they take time and memory to open.
  const judges: Judges = {
    emergencyOf: onFirstText(() => createRecogniser(openEmergencySense(models.emergencies))),
    judge: openFaqJudge(models.faq),
    odds: onFirstText(() => openOdds(models.classes)),
  };
  opened.set(models, judges);
  return judges;
}

/** Opens the learned models and indexes the entries. */
export function createUnderstanding(from: { faq: readonly FaqEntry[]; models: Models }): Understanding {
  const { classes, faq, emergencies } = from.models;
  const { emergencyOf, judge, odds: open } = judgesOf(from.models);
  const odds = rememberLast(open);
  let index = createFaqIndex(from.faq, judge);
  let calibration = calibrate(from.faq, index, judge);
  return {
    get version() {
      const { version, answerAsked } = calibration.bands;
      return `${RULES_VERSION}/${classes.version}-${classes.sentences}/${faq.version}/${emergencies.version}/${version}@${answerAsked.toFixed(2)}`;
    },
    classify: text => likeliest(odds(text)),
    hear: (text, context) => hearInContext(odds, text, context),
    searchFaq: (text, limit) => weighByClass(index.search(text, limit), odds(text)),
    emergency: emergencyOf,
    sensitive: sensitiveIn,
    calibration: () => calibration,
    setFaq(entries, verdicts) {
      index = createFaqIndex(entries, judge);
      calibration = calibrate(entries, index, judge, verdicts);
    },
  };
}
