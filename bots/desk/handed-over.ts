import { endPrompt } from '../../db/prompts.ts';
import { type PlacedTicket, ticketByNumber, ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { isHandedOver } from '../../src/handover.ts';
import { aboutHandover, toMember } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';
import { numberedTicket } from './find-ticket.ts';

const ownHandedOver = async ({ tx, person }: Turn): Promise<PlacedTicket[]> =>
  (await ticketsOfRequester(tx, person.id)).filter(isHandedOver);

/**
 * 去了 is a word of everyday talk. Beyond an open question it counts with the number of one's own matter that waits for
 * just that, or said to the bot alone where only one does.
 */
export async function saysOfHandover(turn: Turn, { number, rest }: Words): Promise<boolean> {
  if (number === null) return turn.isAddressed && rest === '' && (await ownHandedOver(turn)).length === 1;
  if (turn.isAddressed && rest === '') return true;
  const ticket = await ticketByNumber(turn.tx, number);
  return ticket !== null && ticket.requesterId === turn.person.id && isHandedOver(ticket);
}

/** The member's matter that waits for their going somewhere, and where to. Throws a refusal when it does not. */
export async function handedOverTicket(
  turn: Turn,
  { number }: Words,
): Promise<{ ticket: PlacedTicket; handedTo: string }> {
  const [only] = number === null ? await ownHandedOver(turn) : [];
  const ticket = number === null ? only : await numberedTicket(turn, number, 'confirm-ticket');
  if (!ticket) throw new Failure('no-such-ticket', toMember.noTickets());
  if (!isHandedOver(ticket) || ticket.handedTo === null)
    throw new Failure('ticket-state', aboutHandover.notHandedOver(ticket));
  const { tx, message, person, now } = turn;
  await endPrompt(tx, message.placeId, person.id, now);
  return { ticket, handedTo: ticket.handedTo };
}
