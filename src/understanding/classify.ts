import type { Label } from '../message.ts';
import { openAllJudges } from './classes/all-judges.ts';
import type { ClassModel } from './classes/class-model.ts';
import { LABELS, type LabelOdds } from './sentence.ts';
import { readable } from './tokens.ts';

/** What a message is, and how sure that is (0-1). */
export interface Classified {
  label: Label;
  confidence: number;
}

/** How much each of the three judges counts: how it is said, how it is spelt, and natural's Bayes for what it is about. */
const SHARES = { told: 0.6, spelt: 0.3, bayes: 0.1 } as const;
/** A missed request is the worst mistake (mission.md, principle 1): weights of question, request and chatter. */
const LEANING = [1, 1.5, 1.15] as const;
const HAS_HAN = /\p{Script=Han}/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;
/** An office answers: whatever it repeats of the letter, it needs nothing. */
const OFFICE_ANSWERS =
  /收悉|(现|将|就)[^。]{0,30}(回复|答复|反馈)如下|(回复|答复|反馈|说明)如下[:：]|^来信网友|^尊敬的网友[,，:：]?您?好|已转.{0,12}(部门|单位|县|区|市|局).{0,8}(调查|处理|办理|答复)/u;

const certain = (label: Label, chance: number): LabelOdds => {
  const rest = (1 - chance) / 2;
  return { question: rest, request: rest, chatter: rest, [label]: chance };
};

/** What needs no learning: nothing to read, an office's answer, and texts without a Chinese character. */
function classifyPlain(text: string): LabelOdds | null {
  if (!HAS_LETTER.test(text)) return certain('chatter', 0.99);
  if (OFFICE_ANSWERS.test(text)) return certain('chatter', 0.95);
  if (!HAS_HAN.test(text)) return text.includes('?') ? certain('question', 0.6) : certain('chatter', 0.7);
  return null;
}

/** The chances of the three classes for a text. */
export type Odds = (text: string) => LabelOdds;

/** Opens the learned judges; three opinions are multiplied, so that none alone decides. */
export function openOdds(model: ClassModel): Odds {
  const judge = openAllJudges(model);
  return raw => {
    const text = readable(raw);
    const plain = classifyPlain(text);
    if (plain) return plain;
    const { told: byTelling, spelt: bySpelling, bayes: byWords } = judge(text);
    // The floors keep one judge's false certainty from silencing the others.
    const weights = LABELS.map(
      (label, at) =>
        (LEANING[at] ?? 1) *
        (byWords[label] + 0.02) ** SHARES.bayes *
        ((byTelling[at] ?? 0) + 1e-6) ** SHARES.told *
        ((bySpelling[at] ?? 0) + 1e-6) ** SHARES.spelt,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const [question = 0, request = 0, chatter = 0] = weights.map(weight => weight / total);
    return { question, request, chatter };
  };
}

/** The likeliest class and its chance. */
export function likeliest(odds: LabelOdds): Classified {
  const label = LABELS.reduce((best, each) => (odds[each] > odds[best] ? each : best), LABELS[0]);
  return { label, confidence: odds[label] };
}
