import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { tickets } from './schema.ts';
import type { PlacedTicket } from './tickets.ts';

/** Tickets that wait for their member's going somewhere outside the chat, the longest waiting first. */
export async function handedOverTickets(db: Db): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.state, 'waiting'), isNotNull(tickets.handedTo), isNull(tickets.duplicateOf)))
    .orderBy(asc(tickets.waitingSince), asc(tickets.number));
}
