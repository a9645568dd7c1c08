import { inArray } from 'drizzle-orm';
import type { TicketLog } from '../../src/ticket.ts';
import type { Db } from '../connect.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { ticketEvents, tickets } from '../schema.ts';

/** The tickets of each group with their logs, in the order of their numbers. */
export async function ticketLogsOf(db: Db, groupIds: readonly string[]): Promise<Map<string, TicketLog[]>> {
  const rows = await inSlices(groupIds, ids =>
    db.select().from(tickets).where(inArray(tickets.groupId, ids)).orderBy(tickets.groupId, tickets.number),
  );
  const { groupId, ticketId, seq } = ticketEvents;
  const events = byKey(
    await inSlices(groupIds, ids =>
      db.select().from(ticketEvents).where(inArray(groupId, ids)).orderBy(groupId, ticketId, seq),
    ),
    row => `${row.groupId} ${row.ticketId}`,
  );
  const logs = rows.map(row => ({ opening: row, events: events.get(`${row.groupId} ${row.id}`) ?? [] }));
  return byKey(logs, log => log.opening.groupId);
}
