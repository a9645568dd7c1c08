import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Rating } from '../src/ratings.ts';
import { ratedCadreId } from '../src/ticket/rated-cadre.ts';
import type { TicketKind } from '../src/ticket.ts';
import type { Db } from './connect.ts';
import { ticketEvents, tickets } from './schema.ts';

/** A rating with the ticket it was given to and the group whose names its words must not carry. */
export type PlacedRating = Rating & { groupId: string; number: number };

/** Matters members bring; a leader's or a cadre's word on their own errand is no rating by the people. */
const MEMBERS_KINDS: TicketKind[] = ['request', 'suggestion'];

/** Every rating members gave one cadre, in the order in which they gave them, those ended by a reopening too. */
export async function ratingsOfCadre(db: Db, cadreId: string): Promise<PlacedRating[]> {
  const acted = db
    .selectDistinct({ id: ticketEvents.ticketId })
    .from(ticketEvents)
    .where(eq(ticketEvents.byId, cadreId));
  const rated = db
    .selectDistinct({ id: ticketEvents.ticketId })
    .from(ticketEvents)
    .where(eq(ticketEvents.act, 'rate'));
  const rows = await db
    .select({ event: ticketEvents, assigneeId: tickets.assigneeId, number: tickets.number })
    .from(ticketEvents)
    .innerJoin(tickets, and(eq(tickets.groupId, ticketEvents.groupId), eq(tickets.id, ticketEvents.ticketId)))
    .where(
      and(
        inArray(tickets.kind, MEMBERS_KINDS),
        inArray(tickets.id, rated),
        or(eq(tickets.assigneeId, cadreId), inArray(tickets.id, acted)),
      ),
    )
    .orderBy(asc(ticketEvents.seq));
  const logs = new Map<string, Row[]>();
  for (const row of rows) {
    const place = `${row.event.groupId}/${row.event.ticketId}`;
    logs.set(place, [...(logs.get(place) ?? []), row]);
  }
  return [...logs.values()]
    .flatMap(log => ratingsIn(log, cadreId))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.ticketId < b.ticketId ? -1 : 1) || a.seq - b.seq);
}

type Row = { event: typeof ticketEvents.$inferSelect; assigneeId: string | null; number: number };

function ratingsIn(log: readonly Row[], cadreId: string): PlacedRating[] {
  const events = log.map(row => row.event);
  const { assigneeId: openedFor = null, number = 0 } = log[0] ?? {};
  return events.flatMap(({ act, seq, at, ticketId, groupId, data }) =>
    act === 'rate' && data.stars !== undefined && ratedCadreId(events, seq, openedFor) === cadreId
      ? [{ ticketId, groupId, number, seq, at, stars: data.stars, words: data.text ?? null }]
      : [],
  );
}
