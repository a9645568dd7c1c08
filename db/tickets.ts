import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { Failure } from '../src/errors.ts';
import { apply, openedTicket, type Ticket, type TicketEvent, type TicketOpening } from '../src/ticket.ts';
import type { Db } from './connect.ts';
import { counters, ticketEvents, tickets } from './schema.ts';

/** A ticket with the place where its member is answered. */
export type PlacedTicket = Ticket & { placeId: string };

const OPEN_STATES = ['open', 'accepted', 'waiting'] as const;

/** The next 第n件, unique in the installation; taken inside the caller's transaction, so none is lost or given twice. */
async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ name: 'ticket', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return row?.value ?? 1;
}

type Opening = Omit<TicketOpening, 'number'> & { placeId: string };

/** Opens a ticket and writes its first event. Call inside a transaction. */
export async function openTicket(
  tx: Db,
  opening: Opening,
  byId: string | null,
  trace: string,
): Promise<PlacedTicket> {
  const { placeId, ...rest } = opening;
  const ticket = { ...openedTicket({ ...rest, number: await nextNumber(tx) }), placeId };
  await tx.insert(tickets).values(ticket);
  await tx.insert(ticketEvents).values({
    groupId: ticket.groupId,
    ticketId: ticket.id,
    seq: 1,
    at: ticket.openedAt,
    byId,
    act: 'open',
    data: { text: ticket.topic },
    trace,
  });
  return ticket;
}

type Act = Omit<TicketEvent, 'ticketId' | 'seq'>;

/**
 * Adds one event to the log and brings the ticket up to it. Call inside a transaction.
 * Throws Failure('ticket-state') when the act does not fit; nothing is written then.
 */
export async function addTicketEvent(
  tx: Db,
  ticket: PlacedTicket,
  act: Act,
  trace: string,
): Promise<PlacedTicket> {
  const event: TicketEvent = { ...act, ticketId: ticket.id, seq: ticket.lastSeq + 1 };
  const next = { ...apply(ticket, event), placeId: ticket.placeId };
  const updated = await tx
    .update(tickets)
    .set(next)
    .where(
      and(
        eq(tickets.groupId, ticket.groupId),
        eq(tickets.id, ticket.id),
        eq(tickets.lastSeq, ticket.lastSeq),
      ),
    )
    .returning({ id: tickets.id });
  if (!updated.length) {
    throw new Failure('ticket-state', `第${ticket.number}件刚刚有人动过，请再看一下。`);
  }
  await tx.insert(ticketEvents).values({ ...event, groupId: ticket.groupId, trace });
  return next;
}

export async function ticketByNumber(db: Db, number: number): Promise<PlacedTicket | null> {
  const [found] = await db.select().from(tickets).where(eq(tickets.number, number));
  return found ?? null;
}

export async function ticketOfMessage(db: Db, messageId: string): Promise<PlacedTicket | null> {
  const [found] = await db.select().from(tickets).where(eq(tickets.messageId, messageId));
  return found ?? null;
}

/** A member's tickets, newest first. */
export async function ticketsOfRequester(db: Db, personId: string): Promise<PlacedTicket[]> {
  return db.select().from(tickets).where(eq(tickets.requesterId, personId)).orderBy(desc(tickets.openedAt));
}

/** Open tickets a cadre answers for, the most urgent first. */
export async function openTicketsOfCadre(db: Db, personId: string): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.assigneeId, personId), inArray(tickets.state, [...OPEN_STATES])))
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

/** Every ticket still to be worked on, the most urgent first: the sweep of the reminders. */
export async function openTickets(db: Db): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(inArray(tickets.state, [...OPEN_STATES]))
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

export async function openTicketsOfGroup(db: Db, groupId: string): Promise<PlacedTicket[]> {
  return (await openTickets(db)).filter(ticket => ticket.groupId === groupId);
}

/** All tickets of a group with their logs, in order of opening. */
export async function ticketLogsOfGroup(
  db: Db,
  groupId: string,
): Promise<{ opening: TicketOpening; events: TicketEvent[] }[]> {
  const rows = await db.select().from(tickets).where(eq(tickets.groupId, groupId)).orderBy(tickets.number);
  const events = await db
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.groupId, groupId))
    .orderBy(ticketEvents.ticketId, ticketEvents.seq);
  return rows.map(row => ({ opening: row, events: events.filter(event => event.ticketId === row.id) }));
}

export async function eventsOf(db: Db, ticket: { groupId: string; id: string }): Promise<TicketEvent[]> {
  return db
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.groupId, ticket.groupId), eq(ticketEvents.ticketId, ticket.id)))
    .orderBy(ticketEvents.seq);
}
