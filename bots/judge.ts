import { unitsUpward } from '../db/people.ts';
import { type Decision, decide } from '../src/decide.ts';
import { mayBeAnswered } from '../src/faq.ts';
import type { Label } from '../src/message.ts';
import { dayOf } from '../src/time.ts';
import type { Turn } from './turn.ts';

/** Entries looked at for one message. */
const HITS = 10;

/** What was understood of a message, with the decision that came of it. */
export interface Judged {
  label: Label;
  confidence: number;
  decision: Decision;
}

/** Room 2: understands what was said and decides what to do about it. */
export async function judge(turn: Turn): Promise<Judged> {
  const { bot, text, person, group, message, now, tx } = turn;
  const { understanding } = bot;
  const { label, confidence } = understanding.classify(text);
  const unitIds = group ? await unitsUpward(tx, group.unitId) : [];
  const place = { day: dayOf(now), unitIds, isDemo: bot.isDemo };
  const hits = understanding.searchFaq(text, HITS).filter(hit => {
    const entry = bot.entries.get(hit.entryId);
    return entry !== undefined && mayBeAnswered(entry, place);
  });
  const decision = decide({
    text,
    isPrivate: message.isPrivate,
    mentionsBot: message.mentionsBot,
    quotesBot: turn.quotesBot,
    isOld: false,
    senderRole: person.role,
    label,
    confidence,
    hits,
    emergency: understanding.emergency(text),
    sensitive: understanding.sensitive(text),
    version: understanding.version,
  });
  return { label, confidence, decision };
}

/** A word to the bot, or something it does not read: recorded as chatter, answered by nothing. */
export const unheard = (turn: Turn, reason: 'old' | 'chatter'): Judged => ({
  label: 'chatter',
  confidence: 1,
  decision: {
    action: 'silent',
    reason,
    confidence: 1,
    version: turn.bot.understanding.version,
    isAsked: turn.isAddressed,
  },
});
