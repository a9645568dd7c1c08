import { DAY_MS } from '../time.ts';
import type { Ticket } from './shape.ts';

/** So long after a ticket was done its member's 没解决 opens it again; later words open a new one beside it. */
export const REOPEN_MS = 7 * DAY_MS;

/** Done so long ago that it stands; of one never answered it is said that time closed it. */
export function isOver(ticket: Pick<Ticket, 'confirmedAt' | 'closedAt'>, now: Date): boolean {
  const doneAt = ticket.confirmedAt ?? ticket.closedAt;
  return doneAt !== null && now.getTime() - doneAt.getTime() > REOPEN_MS;
}

/** The member was asked and said nothing until the time was over: closed by time, which nobody rates. */
export const isClosedByTime = (
  ticket: Pick<Ticket, 'state' | 'confirmedAt' | 'closedAt'>,
  now: Date,
): boolean => ticket.state === 'closed' && isOver(ticket, now);
