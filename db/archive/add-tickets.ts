import { inArray, sql } from 'drizzle-orm';
import { ticketLogsOf } from '../../src/archive/ticket-logs.ts';
import { isFailure } from '../../src/errors.ts';
import { apply, openedTicket, type Ticket, type TicketEvent, type TicketLog } from '../../src/ticket.ts';
import type { Db } from '../connect.ts';
import { counters, ticketEvents, tickets } from '../schema.ts';
import { inBatches } from './batches.ts';
import type { Reading } from './reading.ts';

/** Takes `count` numbers of the installation at once; the first of them. */
async function takeNumbers(tx: Db, count: number): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ name: 'ticket', value: count })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${count}` } })
    .returning({ value: counters.value });
  return (row?.value ?? count) - count + 1;
}

/** Other programs keep looser logs than this one: an act that does not fit stays in the log and changes nothing. */
function applyIfFitting(ticket: Ticket, event: TicketEvent): Ticket {
  try {
    return apply(ticket, event);
  } catch (error) {
    if (!isFailure(error, 'refusal')) throw error;
    return { ...ticket, lastSeq: event.seq };
  }
}

const WORKED_ON: readonly Ticket['state'][] = ['open', 'accepted', 'waiting'];

/** What the log says; one that still waits for somebody goes to the group's first cadre, as when it is recorded live. */
function standing(log: TicketLog, number: number, firstCadreId: string | null): Ticket {
  const ticket = log.events.reduce(applyIfFitting, openedTicket({ ...log.opening, number }));
  const isUnclaimed = ticket.assigneeId === null && WORKED_ON.includes(ticket.state);
  return isUnclaimed ? { ...ticket, assigneeId: firstCadreId } : ticket;
}

async function unknownLogs(tx: Db, logs: readonly TicketLog[]): Promise<TicketLog[]> {
  const known = new Set<string>();
  await inBatches(logs, async batch => {
    const ids = batch.map(log => log.opening.id);
    const found = await tx
      .select({ id: tickets.id, groupId: tickets.groupId })
      .from(tickets)
      .where(inArray(tickets.id, ids));
    for (const { id, groupId } of found) known.add(`${groupId} ${id}`);
  });
  return logs.filter(({ opening }) => {
    const key = `${opening.groupId} ${opening.id}`;
    // A ticket told twice in one archive is one ticket.
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function eventRows({ opening, events }: TicketLog, trace: string): (typeof ticketEvents.$inferInsert)[] {
  const opened = {
    groupId: opening.groupId,
    ticketId: opening.id,
    seq: 1,
    at: opening.openedAt,
    byId: opening.requesterId,
    act: 'open' as const,
    data: { text: opening.topic },
    trace,
  };
  return [opened, ...events.map(event => ({ ...event, groupId: opening.groupId, trace }))];
}

/** Writes tickets that are new with their whole logs, numbered on from the installation's last one. */
export async function addTickets(
  tx: Db,
  { survey, histories, heard }: Reading,
  trace: string,
): Promise<void> {
  const firstCadre = new Map(histories.map(({ group, cadreIds }) => [group.id, cadreIds[0] ?? null]));
  const logs = await unknownLogs(
    tx,
    [...ticketLogsOf(survey).values()].flat().sort((a, b) => a.opening.number - b.opening.number),
  );
  if (logs.length === 0) return;
  const saidInGroups = new Set(heard.map(({ message }) => message.id));
  const first = await takeNumbers(tx, logs.length);
  const ticketRows = logs.map((log, index) => {
    const { messageId, groupId, requesterId } = log.opening;
    // A ticket of a message that no group heard was opened in private, and is answered there.
    const isPrivate = messageId !== null && !saidInGroups.has(messageId);
    return {
      ...standing(log, first + index, firstCadre.get(groupId) ?? null),
      placeId: isPrivate ? requesterId : groupId,
    };
  });
  await inBatches(ticketRows, rows => tx.insert(tickets).values(rows));
  await inBatches(
    logs.flatMap(log => eventRows(log, trace)),
    rows => tx.insert(ticketEvents).values(rows),
  );
}
