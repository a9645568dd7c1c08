import { type Decision, decide } from './decide.ts';
import type { Classified } from './understanding/classify.ts';
import type { Understanding } from './understanding/understanding.ts';

/** Entries looked at for one message, as in use. */
const HITS = 10;

/** The whole decision about one message that a member says into the group, alone and not to the bot; with the bands of the base. */
export function decideAlone(understanding: Understanding, text: string): Classified & { decision: Decision } {
  const { label, confidence } = understanding.classify(text);
  const spoken = { isPrivate: false, mentionsBot: false, quotesBot: false, isOld: false };
  const understood = {
    hits: understanding.searchFaq(text, HITS),
    emergency: understanding.emergency(text),
    sensitive: understanding.sensitive(text),
    version: understanding.version,
  };
  const input = { text, ...spoken, senderRole: 'unknown' as const, label, confidence, ...understood };
  return { label, confidence, decision: decide(input, understanding.calibration().bands) };
}
