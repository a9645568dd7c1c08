import type { Label } from './message.ts';
import { isCadre, type PersonRole } from './people.ts';
import { BANDS, type Bands, MOST_CHOICES } from './understanding/bands.ts';
import type { EmergencyKind } from './understanding/emergency.ts';
import type { FaqHit } from './understanding/faq-index.ts';
import type { SensitiveTopic } from './understanding/sensitive.ts';
import { topicOf } from './understanding/topic.ts';

/** One message with what was understood of it. */
export interface DecideInput {
  text: string;
  /** Said in the person's private chat with the bot. */
  isPrivate: boolean;
  mentionsBot: boolean;
  quotesBot: boolean;
  /** Older than ten minutes when it arrived: recorded, never answered. */
  isOld: boolean;
  senderRole: PersonRole;
  label: Label;
  /** 0-1, of the label. */
  confidence: number;
  /** Entries that may be answered here and now, likeliest first. */
  hits: readonly FaqHit[];
  emergency: EmergencyKind | null;
  sensitive: SensitiveTopic | null;
  /** Version of what understood it. */
  version: string;
}

/** Why nothing is said. */
export type SilentReason = 'old' | 'bot' | 'staff' | 'chatter' | 'not-asked' | 'unsure';

interface Decided {
  /** 0-1, of what is done. */
  confidence: number;
  /** Version of the understanding and the bands. */
  version: string;
  /** The bot was spoken to: in private, by mention or by quote. */
  isAsked: boolean;
}

/** What to do about one message. */
export type Decision = Decided &
  (
    | { action: 'emergency'; kind: EmergencyKind }
    | { action: 'sensitive'; topic: SensitiveTopic }
    | { action: 'answer'; entryId: string }
    | { action: 'clarify'; entryIds: string[] }
    /** Offer to record a ticket; unasked, the caller waits ten minutes for a person first. */
    | { action: 'offer'; topic: string }
    | { action: 'silent'; reason: SilentReason }
  );

/** What the entries found are good for: an answer, a question with at most three choices, or nothing. */
export type FaqVerdict =
  | { action: 'answer'; entryId: string; confidence: number }
  | { action: 'clarify'; entryIds: string[]; confidence: number }
  | { action: 'silent'; confidence: number };

/** Judges ranked entries for somebody who asked the bot. */
export function judgeHits(hits: readonly FaqHit[], bands: Bands = BANDS): FaqVerdict {
  const [best] = hits;
  if (!best) return { action: 'silent', confidence: 0 };
  const { confidence } = best;
  if (confidence >= bands.answerAsked) return { action: 'answer', entryId: best.entryId, confidence };
  const least = Math.max(bands.clarify * bands.clarifyShare, confidence * bands.clarifyShare);
  const choices = hits.filter(hit => hit.confidence >= least).slice(0, MOST_CHOICES);
  if (confidence < bands.clarify) return { action: 'silent', confidence };
  return { action: 'clarify', entryIds: choices.map(hit => hit.entryId), confidence };
}

const EMERGENCY_CONFIDENCE = 0.9;
const SENSITIVE_CONFIDENCE = 0.8;

function decideAsked(input: DecideInput, base: Omit<Decided, 'confidence'>, bands: Bands): Decision {
  const { label, confidence, sensitive } = input;
  const verdict = judgeHits(input.hits, bands);
  // In private an answer helps at once; in the group a private matter is led away first.
  if (sensitive && !(input.isPrivate && verdict.action === 'answer'))
    return { ...base, action: 'sensitive', topic: sensitive, confidence: SENSITIVE_CONFIDENCE };
  if (verdict.action === 'answer') return { ...base, ...verdict };
  if (verdict.action === 'clarify' && label !== 'request') return { ...base, ...verdict };
  if (label === 'chatter') return { ...base, action: 'silent', reason: 'chatter', confidence };
  return { ...base, action: 'offer', topic: topicOf(input.text), confidence };
}

function decideUnasked(input: DecideInput, base: Omit<Decided, 'confidence'>, bands: Bands): Decision {
  const { label, confidence, sensitive } = input;
  const silent = (reason: SilentReason): Decision => ({ ...base, action: 'silent', reason, confidence });
  if (isCadre(input.senderRole) || input.senderRole === 'leader') return silent('staff');
  if (label === 'chatter') return silent('chatter');
  if (sensitive) return { ...base, action: 'sensitive', topic: sensitive, confidence: SENSITIVE_CONFIDENCE };
  if (label === 'request')
    return confidence >= bands.offerUnasked
      ? { ...base, action: 'offer', topic: topicOf(input.text), confidence }
      : silent('unsure');
  const [best] = input.hits;
  if (!best || best.confidence < bands.answerUnasked) return silent('not-asked');
  return { ...base, action: 'answer', entryId: best.entryId, confidence: best.confidence };
}

/** Decides about one message: whether to speak, and what about. Pure, and never throws. */
export function decide(input: DecideInput, bands: Bands = BANDS): Decision {
  const isAsked = input.isPrivate || input.mentionsBot || input.quotesBot;
  const base = { version: input.version, isAsked };
  if (input.senderRole === 'bot') return { ...base, action: 'silent', reason: 'bot', confidence: 1 };
  if (input.isOld) return { ...base, action: 'silent', reason: 'old', confidence: 1 };
  if (input.emergency)
    return { ...base, action: 'emergency', kind: input.emergency, confidence: EMERGENCY_CONFIDENCE };
  return isAsked ? decideAsked(input, base, bands) : decideUnasked(input, base, bands);
}

/** Would the bot say something at once? Unasked offers wait for a person; silence says nothing. */
export const speaksAtOnce = (decision: Decision): boolean =>
  decision.action === 'offer' ? decision.isAsked : decision.action !== 'silent';
