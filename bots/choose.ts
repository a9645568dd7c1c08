import { messageById } from '../db/messages.ts';
import { unitsUpward } from '../db/people.ts';
import { endPrompt, openPrompt } from '../db/prompts.ts';
import { mayBeAnswered } from '../src/faq.ts';
import { toMember } from '../src/texts.ts';
import { dayOf } from '../src/time.ts';
import { readNumber, tidy } from '../src/words.ts';
import { offerRecord, sayAnswer } from './act.ts';
import type { Turn } from './turn.ts';

/** The person said themselves which question it was. */
const CHOSEN = 1;

/** A digit that answers the bot's clarifying question to this same person; false when the message is none. */
export async function chooseEntry(turn: Turn): Promise<boolean> {
  const { tx, message, person, now, bot } = turn;
  const chosen = readNumber(tidy(turn.text));
  if (chosen === null) return false;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  const { entryIds, messageId } = prompt?.data ?? {};
  if (prompt?.kind !== 'choose' || !Array.isArray(entryIds) || typeof messageId !== 'string') return false;
  if (chosen > entryIds.length) return false;
  await endPrompt(tx, message.placeId, person.id, now);
  const entry = bot.entries.get(String(entryIds[chosen - 1]));
  const asked = await messageById(tx, message.placeId, messageId);
  const unitIds = turn.group ? await unitsUpward(tx, turn.group.unitId) : [];
  // Withdrawn or expired while the person was choosing.
  const mayBe = entry && mayBeAnswered(entry, { day: dayOf(now), unitIds, isDemo: bot.isDemo });
  if (chosen > 0 && entry && mayBe) await sayAnswer(turn, entry, asked ?? message, CHOSEN);
  else await offerRecord(turn, asked ?? message, toMember.notSureOffer());
  return true;
}
