import {
  openTicketsOfCadre,
  type PlacedTicket,
  ticketByNumber,
  ticketsOfRequester,
} from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { type Act, can } from '../../src/people.ts';
import { aboutSlips, toMember } from '../../src/texts.ts';
import { isOver } from '../../src/ticket/late-words.ts';
import type { TicketState } from '../../src/ticket.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';
import { refuseNumberSlips } from './number-slips.ts';
import { quotedTicket } from './quoted-ticket.ts';
import { thingOf } from './ticket-thing.ts';

/** Acts a member does to their own ticket; to anybody else the ticket's number is all that is said of it. */
const MEMBERS_ACTS: readonly Act[] = [
  'see-progress',
  'confirm-ticket',
  'reopen-ticket',
  'rate-ticket',
  'withdraw-ticket',
  'straight-up',
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
  refuseNumberSlips(words);
  const number = words.number ?? (await quotedTicket(turn))?.number ?? null;
  if (number !== null) return numberedTicket(turn, number, act);
  const mine = (await ticketsOfRequester(turn.tx, turn.person.id)).filter(ticket =>
    states.includes(ticket.state),
  );
  // What was over long ago is meant only when there is nothing else.
  const lately = mine.filter(ticket => !isOver(ticket, turn.now));
  const meant = lately.length ? lately : mine;
  const [only] = meant;
  if (!only) throw new Failure('no-such-ticket', toMember.noTickets());
  if (meant.length > 1) throw new Failure('not-understood', toMember.whichTicket(meant));
  return only;
}

/** The cadre's ticket: the numbered one, or the only one on their desk. */
export async function deskTicket(turn: Turn, words: Words, act: Act): Promise<PlacedTicket> {
  refuseNumberSlips(words);
  const number = words.number ?? (await quotedTicket(turn))?.number ?? null;
  if (number !== null) return numberedTicket(turn, number, act);
  const mine = await openTicketsOfCadre(turn.tx, turn.person.id);
  // What is in their hands already is not what they take on.
  const untaken = mine.filter(({ state }) => act === 'accept-ticket' && state !== 'accepted');
  const meant = untaken.length ? untaken : mine;
  const [only] = meant;
  if (!only || meant.length > 1) {
    const isStaff = can(turn.person, 'see-own-tickets');
    throw new Failure(
      isStaff ? 'not-understood' : 'not-allowed',
      isStaff ? aboutSlips.whichOfYours(meant, words.word) : toMember.notYours(),
    );
  }
  await refuseUnless(turn, only, act);
  return only;
}
