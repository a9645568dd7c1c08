import { and, asc, eq } from 'drizzle-orm';
import type { LineOf } from '../../src/archive/line.ts';
import { ARCHIVED_ACTS } from '../../src/ticket/acts.ts';
import type { TicketAct, TicketEvent } from '../../src/ticket.ts';
import type { Db } from '../connect.ts';
import { ticketEvents, tickets } from '../schema.ts';

const isArchived = (act: TicketAct): act is LineOf<'ticket-event'>['act'] =>
  act !== 'open' && ARCHIVED_ACTS.some(archived => archived === act);

/** The first event of a log is the ticket's own line; what the archive has no word for stays at home. */
function asLine({ ticketId, at, byId, act, data }: TicketEvent): LineOf<'ticket-event'>[] {
  if (!isArchived(act)) return [];
  const { stars, toId, text, dueAt } = data;
  return [
    {
      type: 'ticket-event',
      ticket: ticketId,
      at,
      by: byId,
      act,
      ...(stars === undefined ? {} : { stars }),
      ...(toId === undefined ? {} : { to: toId }),
      ...(text === undefined ? {} : { text }),
      ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt) }),
    },
  ];
}

/** Every ticket followed by its log, in order of opening. */
export async function* ticketLines(db: Db): AsyncGenerator<LineOf<'ticket'> | LineOf<'ticket-event'>> {
  const rows = await db.select().from(tickets).orderBy(asc(tickets.openedAt), asc(tickets.id));
  for (const { id, kind, groupId, requesterId, openedAt, topic, messageId } of rows) {
    const requester = requesterId;
    yield { type: 'ticket', id, kind, group: groupId, requester, openedAt, topic, message: messageId };
    const events = await db
      .select()
      .from(ticketEvents)
      .where(and(eq(ticketEvents.groupId, groupId), eq(ticketEvents.ticketId, id)))
      .orderBy(asc(ticketEvents.seq));
    for (const event of events) yield* asLine(event);
  }
}
