import { eventsOf, type PlacedTicket, ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { maskNumbers } from '../../src/mask.ts';
import { aboutRatings } from '../../src/texts.ts';
import { isClosedByTime } from '../../src/ticket/late-words.ts';
import { lastRating } from '../../src/ticket/rated-cadre.ts';
import { cutAt } from '../../src/understanding/tokens.ts';
import type { Turn } from '../turn.ts';
import { numberedTicket } from './find-ticket.ts';
import { writeAct } from './write-act.ts';

/** Words of a rating are kept up to this length. */
const WORDS_LENGTH = 200;

/** What somebody said how satisfied they were. */
export interface Said {
  stars: number;
  words: string;
}

/** May be rated now: done, not by time alone, and without a standing rating. */
const isRatable = (ticket: PlacedTicket, now: Date): boolean =>
  ticket.stars === null &&
  (ticket.state === 'closed' || ticket.state === 'confirmed') &&
  !isClosedByTime(ticket, now);

/** The member's own tickets that wait for a rating, one that was set aside left out; the newest first. */
export async function ratableTickets({ tx, person, now }: Turn): Promise<PlacedTicket[]> {
  const ratable: PlacedTicket[] = [];
  for (const ticket of await ticketsOfRequester(tx, person.id))
    if (isRatable(ticket, now) && !lastRating(await eventsOf(tx, ticket))) ratable.push(ticket);
  return ratable;
}

/** The ticket a rating is about: the numbered one, or the only one that waits for it; several ask one question. */
export async function ticketToRate(turn: Turn, number: number | null): Promise<PlacedTicket> {
  if (number === null) {
    const [only, another] = await ratableTickets(turn);
    if (!only) throw new Failure('ticket-state', aboutRatings.nothingToRate());
    if (another) throw new Failure('not-understood', aboutRatings.rateWhich(await ratableTickets(turn)));
    return only;
  }
  const ticket = await numberedTicket(turn, number, 'rate-ticket');
  if (lastRating(await eventsOf(turn.tx, ticket)))
    throw new Failure('ticket-state', aboutRatings.ratedBefore(ticket));
  if (isClosedByTime(ticket, turn.now)) throw new Failure('ticket-state', aboutRatings.closedByTime(ticket));
  if (!isRatable(ticket, turn.now)) throw new Failure('ticket-state', aboutRatings.notDone(ticket));
  return ticket;
}

/** Writes the rating down, numbers in its words masked. */
export async function writeRating(turn: Turn, ticket: PlacedTicket, said: Said): Promise<PlacedTicket> {
  const text = maskNumbers(cutAt(said.words, WORDS_LENGTH));
  return writeAct(turn, ticket, 'rate', { stars: said.stars, ...(text ? { text } : {}) });
}
