import { dueAfter } from '../limits.ts';
import { maskPersonal } from '../mask.ts';
import { type Calendar, workingMsBetween } from '../time.ts';
import type { TicketAct } from './acts.ts';
import { cutWords } from './cut-words.ts';
import type { Ticket, TicketEvent, TicketEventData } from './shape.ts';

/** What somebody wants to do to a ticket. */
export type IntendedAct = Omit<TicketEvent, 'ticketId' | 'seq'>;

const ENDS_WAITING: readonly TicketAct[] = ['resume', 'close', 'confirm', 'withdraw', 'erase'];

/** The limit an act sets: waiting pauses the clock, an extension and a reopening give the limit once more. */
function newLimit(ticket: Ticket, { act, at, data }: IntendedAct, calendar: Calendar): string | undefined {
  if (data.dueAt) return data.dueAt;
  if (act === 'reopen') return dueAfter(at, ticket.limitMs, calendar).toISOString();
  if (act === 'extend') return dueAfter(ticket.dueAt, ticket.limitMs, calendar).toISOString();
  if (act === 'miss') return ticket.dueAt.toISOString();
  if (act !== 'resume' || !ticket.waitingSince) return undefined;
  const left = workingMsBetween(ticket.waitingSince, ticket.dueAt, calendar);
  return left > 0 ? dueAfter(at, left, calendar).toISOString() : undefined;
}

/**
 * Writes into an act what is reckoned from the ticket and its calendar, once and for ever: how long it took, raw and in
 * working time, and the limit that holds from now on. A changed rule rewrites no history.
 */
export function stampAct(ticket: Ticket, act: IntendedAct, calendar: Calendar): IntendedAct {
  const { openedAt, waitingSince } = ticket;
  const dueAt = newLimit(ticket, act, calendar);
  const waitedMs =
    waitingSince && ENDS_WAITING.includes(act.act)
      ? workingMsBetween(waitingSince, act.at, calendar)
      : undefined;
  const data: TicketEventData = {
    ...act.data,
    ...(act.data.text === undefined ? {} : { text: cutWords(maskPersonal(act.data.text)) }),
    rawMs: Math.max(0, act.at.getTime() - openedAt.getTime()),
    workingMs: workingMsBetween(openedAt, act.at, calendar),
    calendar: calendar.version,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(waitedMs === undefined ? {} : { waitedMs }),
  };
  return { ...act, data };
}
