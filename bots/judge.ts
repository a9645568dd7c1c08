import { messageById, saidJustBefore } from '../db/messages.ts';
import { personById, unitsUpward } from '../db/people.ts';
import { type DecideInput, type Decision, decide } from '../src/decide.ts';
import { mayBeAnswered } from '../src/faq.ts';
import type { Label } from '../src/message.ts';
import { isCadre } from '../src/people.ts';
import { dayOf } from '../src/time.ts';
import type { EmergencyKind } from '../src/understanding/emergency.ts';
import type { Context } from '../src/understanding/in-context.ts';
import type { Turn } from './turn.ts';

/** Entries looked at for one message. */
const HITS = 10;

/** What was understood of a message, with the decision that came of it. */
export interface Judged {
  label: Label;
  confidence: number;
  decision: Decision;
}

/** Quoted or mentioned people are spoken to; when none of them is staff, the words are a neighbour's to a neighbour. */
async function isToNeighbour({ tx, message, isAddressed }: Turn): Promise<boolean> {
  if (isAddressed) return false;
  const quoted = message.replyToId ? await messageById(tx, message.placeId, message.replyToId) : null;
  const spokenTo = [...message.mentions, ...(quoted ? [quoted.senderId] : [])].filter(
    id => id !== message.senderId,
  );
  const roles = await Promise.all(spokenTo.map(async id => (await personById(tx, id))?.role));
  return roles.length > 0 && roles.every(role => role !== undefined && !isCadre(role) && role !== 'leader');
}

async function contextOf(turn: Turn): Promise<Context> {
  return {
    earlier: await saidJustBefore(turn.tx, turn.message),
    isToNeighbour: await isToNeighbour(turn),
  };
}

/** Longer words are not the pieces of one cry. */
const CRY = 30;

/** Danger in the message itself, or in the short pieces in which it was cried out: 我家 · 煤气 · 味好大. */
function dangerIn({ text, bot }: Turn, { earlier }: Context): EmergencyKind | null {
  const alone = bot.understanding.emergency(text);
  const cry = [...earlier, text].join('');
  return alone || cry.length > CRY || earlier.length === 0 ? alone : bot.understanding.emergency(cry);
}

/** Room 2: understands what was said and decides what to do about it. */
export async function judge(turn: Turn): Promise<Judged> {
  const { bot, person, group, message, now, tx } = turn;
  const { understanding } = bot;
  const context = await contextOf(turn);
  const { label, confidence, text, parts } = understanding.hear(turn.text, context);
  const unitIds = group ? await unitsUpward(tx, group.unitId) : [];
  const place = { day: dayOf(now), unitIds, isDemo: bot.isDemo };
  const found = understanding.searchFaq(text, HITS).filter(hit => {
    const entry = bot.entries.get(hit.entryId);
    return entry !== undefined && mayBeAnswered(entry, place);
  });
  const hits = turn.meant?.rejudge(found) ?? found;
  const input: DecideInput = {
    // Only spaces between the parts: the topic is taken from a clause, and they are one.
    text: parts.join(' '),
    isPrivate: message.isPrivate,
    mentionsBot: message.mentionsBot,
    quotesBot: turn.quotesBot,
    isOld: false,
    senderRole: person.role,
    label,
    confidence,
    // Somebody else was asked, and answers.
    hits: context.isToNeighbour ? [] : hits,
    emergency: dangerIn(turn, context),
    sensitive: understanding.sensitive(text),
    version: turn.meant ? `${understanding.version}/${turn.meant.version}` : understanding.version,
  };
  const decision = decide(input, understanding.calibration().bands);
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
