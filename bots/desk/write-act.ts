import { addTicketEvent, type PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { aboutSlips } from '../../src/texts.ts';
import { isTooLong, MOST_WORDS } from '../../src/ticket/cut-words.ts';
import type { TicketAct, TicketEventData } from '../../src/ticket.ts';
import type { Turn } from '../turn.ts';

/** Writes what the person of this turn did to a ticket; `byId` null when the program does it on their word. */
export async function writeAct(
  turn: Turn,
  ticket: PlacedTicket,
  act: TicketAct,
  data: TicketEventData = {},
  byId: string | null = turn.person.id,
): Promise<PlacedTicket> {
  const { tx, now, message } = turn;
  const next = await addTicketEvent(tx, ticket, { at: now, byId, act, data }, message.trace);
  // Nobody is to think that all of it was kept.
  if (byId !== null && isTooLong(data.text ?? ''))
    await turn.say(aboutSlips.wordsCut(MOST_WORDS), { key: keys.command(message.id, 'cut') });
  return next;
}
