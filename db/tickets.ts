import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { Failure } from '../src/errors.ts';
import { nextLookAt } from '../src/reminder.ts';
import { type IntendedAct, stampAct } from '../src/ticket/stamp.ts';
import {
  apply,
  type OpeningFacts,
  openedTicket,
  type Ticket,
  type TicketEvent,
  type TicketOpening,
} from '../src/ticket.ts';
import type { Calendar } from '../src/time.ts';
import { calendarOfUnit } from './calendars.ts';
import type { Db } from './connect.ts';
import { groupById } from './groups.ts';
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

/** The calendar of the unit whose group the ticket belongs to. */
export async function calendarOfTicket(
  db: Db,
  { groupId }: Pick<Ticket, 'groupId'>,
  now: Date,
): Promise<Calendar> {
  const group = await groupById(db, groupId);
  return calendarOfUnit(db, group?.unitId ?? null, now);
}

function factsOf(ticket: Ticket): OpeningFacts {
  const { number, kind, requesterId, topic, messageId, assigneeId, openedAt, dueAt } = ticket;
  const { limitClass, limitMs, line, linkedFrom, about } = ticket;
  const said = { number, kind, requesterId, topic, messageId, assigneeId };
  const terms = { limitClass, limitMs, line, linkedFrom, about };
  return { ...said, ...terms, openedAt: openedAt.toISOString(), dueAt: dueAt.toISOString() };
}

/** Opens a ticket and writes its first event. Call inside a transaction. */
export async function openTicket(
  tx: Db,
  opening: Opening,
  byId: string | null,
  trace: string,
): Promise<PlacedTicket> {
  const { placeId, ...rest } = opening;
  const ticket = { ...openedTicket({ ...rest, number: await nextNumber(tx) }), placeId };
  const lookAt = nextLookAt(ticket, ticket.openedAt, await calendarOfTicket(tx, ticket, ticket.openedAt));
  await tx.insert(tickets).values({ ...ticket, lookAt });
  await tx.insert(ticketEvents).values({
    groupId: ticket.groupId,
    ticketId: ticket.id,
    seq: 1,
    at: ticket.openedAt,
    byId,
    act: 'open',
    data: { text: ticket.topic, opened: factsOf(ticket) },
    trace,
  });
  return ticket;
}

const movedMeanwhile = (number: number): string => `第${number}件刚刚有人动过，请再看一下。`;

/**
 * Adds one event to the log and brings the ticket up to it. Call inside a transaction.
 * Throws Failure('ticket-state') when the act does not fit; nothing is written then.
 */
export async function addTicketEvent(
  tx: Db,
  ticket: PlacedTicket,
  act: IntendedAct,
  trace: string,
): Promise<PlacedTicket> {
  const calendar = await calendarOfTicket(tx, ticket, act.at);
  const event: TicketEvent = {
    ...stampAct(ticket, act, calendar),
    ticketId: ticket.id,
    seq: ticket.lastSeq + 1,
  };
  const next = { ...apply(ticket, event), placeId: ticket.placeId };
  const updated = await tx
    .update(tickets)
    .set({ ...next, lookAt: nextLookAt(next, act.at, calendar) })
    .where(
      and(
        eq(tickets.groupId, ticket.groupId),
        eq(tickets.id, ticket.id),
        eq(tickets.lastSeq, ticket.lastSeq),
      ),
    )
    .returning({ id: tickets.id });
  if (!updated.length) {
    throw new Failure('ticket-state', movedMeanwhile(ticket.number));
  }
  await tx.insert(ticketEvents).values({ ...event, groupId: ticket.groupId, trace });
  return next;
}

export async function ticketByNumber(db: Db, number: number): Promise<PlacedTicket | null> {
  const [found] = await db.select().from(tickets).where(eq(tickets.number, number));
  return found ?? null;
}

export async function ticketById(db: Db, id: string): Promise<PlacedTicket | null> {
  const [found] = await db.select().from(tickets).where(eq(tickets.id, id));
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

/** Tickets on a cadre's desk, the most urgent first; duplicates are done with their twin. */
export async function openTicketsOfCadre(db: Db, personId: string): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.assigneeId, personId),
        inArray(tickets.state, [...OPEN_STATES]),
        isNull(tickets.duplicateOf),
      ),
    )
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

/** Every ticket still to be worked on, the most urgent first. */
export async function openTickets(db: Db): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(inArray(tickets.state, [...OPEN_STATES]))
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

/** Tickets on a desk whose time to be looked at has come, the most urgent first: the sweep of the reminders. */
export async function ticketsToLookAt(db: Db, now: Date): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(
      and(
        inArray(tickets.state, [...OPEN_STATES]),
        isNull(tickets.duplicateOf),
        or(isNull(tickets.lookAt), lte(tickets.lookAt, now)),
      ),
    )
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

/**
 * Keeps tickets as they were read until the transaction ends, in the order of their numbers, so that two who hold the same
 * ones never wait for each other. Throws Failure('ticket-state') when somebody has acted on one since.
 */
export async function holdTickets(tx: Db, held: readonly PlacedTicket[]): Promise<void> {
  for (const { groupId, id, number, lastSeq } of [...held].sort((a, b) => a.number - b.number)) {
    const unchanged = await tx
      .update(tickets)
      .set({ lastSeq })
      .where(and(eq(tickets.groupId, groupId), eq(tickets.id, id), eq(tickets.lastSeq, lastSeq)))
      .returning({ id: tickets.id });
    if (!unchanged.length) throw new Failure('ticket-state', movedMeanwhile(number));
  }
}

/** The ticket was looked at; when again. */
export async function lookAgain(tx: Db, ticket: PlacedTicket, now: Date): Promise<void> {
  const lookAt = nextLookAt(ticket, now, await calendarOfTicket(tx, ticket, now));
  await tx
    .update(tickets)
    .set({ lookAt })
    .where(and(eq(tickets.groupId, ticket.groupId), eq(tickets.id, ticket.id)));
}

export async function openTicketsOfGroup(db: Db, groupId: string): Promise<PlacedTicket[]> {
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.groupId, groupId), inArray(tickets.state, [...OPEN_STATES])))
    .orderBy(asc(tickets.dueAt), asc(tickets.number));
}

/** Tickets linked to this one as duplicates, in the order of their numbers. */
export async function followersOf(db: Db, number: number): Promise<PlacedTicket[]> {
  return db.select().from(tickets).where(eq(tickets.duplicateOf, number)).orderBy(asc(tickets.number));
}

/** The ticket that came of something: a call-back of `ticket/12`, an improvement of a finding. */
export async function ticketAbout(db: Db, about: string): Promise<PlacedTicket | null> {
  const [found] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.about, about))
    .orderBy(desc(tickets.number));
  return found ?? null;
}

export async function eventsOf(db: Db, ticket: { groupId: string; id: string }): Promise<TicketEvent[]> {
  return db
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.groupId, ticket.groupId), eq(ticketEvents.ticketId, ticket.id)))
    .orderBy(ticketEvents.seq);
}
