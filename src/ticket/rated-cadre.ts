import type { TicketEvent } from './shape.ts';

/**
 * Whose a rating is: the person who closed the ticket last before it, else whoever was responsible for it then.
 * Read from the events before the rating, so that what happens later never moves a rating to somebody else.
 */
export function ratedCadreId(
  events: readonly TicketEvent[],
  rateSeq: number,
  openedFor: string | null,
): string | null {
  const before = events.filter(event => event.seq < rateSeq);
  const closer = before.findLast(event => event.act === 'close' && event.byId !== null);
  if (closer) return closer.byId;
  const handed = before.findLast(({ act }) => act === 'accept' || act === 'assign' || act === 'transfer');
  if (!handed) return before.find(event => event.act === 'open')?.data.opened?.assigneeId ?? openedFor;
  return handed.act === 'accept' ? handed.byId : (handed.data.toId ?? null);
}

/** The last rating of a log that its member's reopening has not ended; null when there is none. */
export function lastRating(events: readonly TicketEvent[]): TicketEvent | null {
  const last = events.findLast(({ act }) => act === 'rate' || act === 'reopen');
  return last?.act === 'rate' ? last : null;
}
