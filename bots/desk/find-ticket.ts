import {
  openTicketsOfCadre,
  type PlacedTicket,
  ticketByNumber,
  ticketsOfRequester,
} from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { type Act, can } from '../../src/people.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import type { TicketState } from '../../src/ticket.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';
import { thingOf } from './ticket-thing.ts';

/** Acts a member does to their own ticket; to anybody else the ticket's number is all that is said of it. */
const MEMBERS_ACTS: readonly Act[] = [
  'see-progress',
  'confirm-ticket',
  'reopen-ticket',
  'rate-ticket',
  'withdraw-ticket',
];

/** The right is asked here, where the act happens, and nowhere else. */
async function refuseUnless(turn: Turn, ticket: PlacedTicket, act: Act): Promise<void> {
  if (can(turn.person, act, await thingOf(turn.tx, ticket, turn.now))) return;
  const text = MEMBERS_ACTS.includes(act) ? toMember.notYourTicket(ticket.number) : toMember.notYours();
  throw new Failure('not-allowed', text);
}

/** The ticket a person names by its number. Throws a refusal when there is none or it is not theirs to act on. */
export async function numberedTicket(turn: Turn, number: number, act: Act): Promise<PlacedTicket> {
  const ticket = await ticketByNumber(turn.tx, number);
  if (!ticket) throw new Failure('no-such-ticket', toMember.noSuchTicket(number));
  await refuseUnless(turn, ticket, act);
  return ticket;
}

/** The member's own ticket: the numbered one, or the only one in these states; several ask one question. */
export async function ownTicket(
  turn: Turn,
  words: Words,
  act: Act,
  states: readonly TicketState[],
): Promise<PlacedTicket> {
  if (words.number !== null) return numberedTicket(turn, words.number, act);
  const mine = (await ticketsOfRequester(turn.tx, turn.person.id)).filter(ticket =>
    states.includes(ticket.state),
  );
  const [only] = mine;
  if (!only) throw new Failure('no-such-ticket', toMember.noTickets());
  if (mine.length > 1) throw new Failure('not-understood', toMember.whichTicket(mine));
  return only;
}

/** The cadre's ticket: the numbered one, or the only one on their desk. */
export async function deskTicket(turn: Turn, words: Words, act: Act): Promise<PlacedTicket> {
  if (words.number !== null) return numberedTicket(turn, words.number, act);
  const mine = await openTicketsOfCadre(turn.tx, turn.person.id);
  const [only] = mine;
  if (!only || mine.length > 1) {
    const isStaff = can(turn.person, 'see-own-tickets');
    throw new Failure(
      isStaff ? 'not-understood' : 'not-allowed',
      isStaff ? toCadre.whichTicket() : toMember.notYours(),
    );
  }
  await refuseUnless(turn, only, act);
  return only;
}
