import { type DecideInput, type Decision, decide } from '../../src/decide.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';

/** Entries looked at for one message, as in use. */
const HITS = 10;

/** The whole decision about a message that a member says into the group, not to the bot; with the bands of the base, as in use. */
export function decideUnasked(understanding: Understanding, text: string): Decision {
  const { label, confidence } = understanding.classify(text);
  const input: DecideInput = {
    text,
    isPrivate: false,
    mentionsBot: false,
    quotesBot: false,
    isOld: false,
    senderRole: 'unknown',
    label,
    confidence,
    hits: understanding.searchFaq(text, HITS),
    emergency: understanding.emergency(text),
    sensitive: understanding.sensitive(text),
    version: understanding.version,
  };
  return decide(input, understanding.calibration().bands);
}
