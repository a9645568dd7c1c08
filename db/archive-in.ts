import { and, eq } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { GroupDay } from '../src/analysis/group-day.ts';
import type { GroupFrame } from '../src/archive/describe-groups.ts';
import type { Survey } from '../src/archive/survey.ts';
import type { TicketLog } from '../src/archive/ticket-logs.ts';
import { isFailure } from '../src/errors.ts';
import type { Message, ReplyEdge } from '../src/message.ts';
import { apply, openedTicket, type Ticket } from '../src/ticket.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { saveEdges } from './reply-edges.ts';
import {
  contacts,
  groupCadres,
  groupChanges,
  groupDays,
  groups,
  inspections,
  links,
  memberships,
  messages,
  observations,
  people,
  ticketEvents,
  tickets,
  unitLeaders,
  units,
} from './schema.ts';
import { openTicket } from './tickets.ts';

/** Brings an archive in. What is there already is never touched, so the same archive twice changes nothing. */

const BATCH = 200;

function* batchesOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

/** Units, people, groups and all that is declared of them. Call inside a transaction. */
export async function addDeclared(
  tx: Db,
  { lines }: Survey,
  frames: readonly GroupFrame[],
  now: Date,
): Promise<void> {
  const rowsOf = <R>(read: (line: Survey['lines'][number]) => R | R[] | null) =>
    [...batchesOf(lines.flatMap(line => read(line) ?? []))].filter(batch => batch.length > 0);
  for (const rows of rowsOf(line =>
    line.type === 'unit'
      ? { id: line.id, name: line.name, parentId: line.parent, level: line.level, line: line.line }
      : null,
  )) {
    await tx.insert(units).values(rows).onConflictDoNothing();
  }
  for (const rows of rowsOf(line =>
    line.type === 'unit' ? line.leaders.map(personId => ({ unitId: line.id, personId })) : null,
  )) {
    await tx.insert(unitLeaders).values(rows).onConflictDoNothing();
  }
  for (const rows of rowsOf(line =>
    line.type === 'person'
      ? { id: line.id, name: line.name, role: line.role, isContact: line.contact, bindCode: null }
      : null,
  )) {
    await tx.insert(people).values(rows).onConflictDoNothing();
  }
  for (const rows of rowsOf(line =>
    line.type === 'group-change' ? { fromId: line.from, toId: line.to, at: line.at, act: line.act } : null,
  )) {
    await tx.insert(groupChanges).values(rows).onConflictDoNothing();
  }
  for (const rows of rowsOf(line =>
    line.type === 'inspection' ? { unitId: line.unit, day: line.date } : null,
  )) {
    await tx.insert(inspections).values(rows).onConflictDoNothing();
  }
  await addTies(tx, lines);
  for (const frame of frames) await addGroup(tx, frame, lines, now);
}

async function addTies(tx: Db, lines: Survey['lines']): Promise<void> {
  for (const line of lines) {
    if (line.type === 'link') {
      const row = { cadreId: line.cadre, personId: line.person, fromAt: line.from, toAt: line.to };
      await tx.insert(links).values(row).onConflictDoNothing();
    }
    if (line.type === 'contact') {
      const { cadre, person, at, way, acknowledged } = line;
      const row = { cadreId: cadre, personId: person, at, way, acknowledged };
      await tx.insert(contacts).values(row).onConflictDoNothing();
    }
  }
}

async function addGroup(tx: Db, frame: GroupFrame, lines: Survey['lines'], now: Date): Promise<void> {
  const { group, cadreIds, members, observations: spans } = frame;
  const own = lines.find(line => line.type === 'group' && line.id === group.id);
  const createdAt = own?.type === 'group' ? own.createdAt : null;
  await tx
    .insert(groups)
    .values({ ...group, createdAt, boundAt: null, bindCode: null, noticeAt: null })
    .onConflictDoNothing();
  for (const personId of cadreIds) {
    const since = createdAt ?? spans[0]?.from ?? now;
    await tx.insert(groupCadres).values({ groupId: group.id, personId, since }).onConflictDoNothing();
  }
  for (const rows of batchesOf(members)) {
    const values = rows.map(row => ({ ...row, groupId: group.id, alias: null }));
    await tx.insert(memberships).values(values).onConflictDoNothing();
  }
  for (const { from, to } of spans) {
    const row = { groupId: group.id, fromAt: from, toAt: to };
    await tx.insert(observations).values(row).onConflictDoNothing();
  }
}

/**
 * Messages with what they are and whom they answer; how many were new. Chatter's text is left behind, and so is
 * text older than `keepSince`. Call inside a transaction.
 */
export async function addMessages(
  tx: Db,
  heard: readonly { message: Message; edges: ReplyEdge[] }[],
  now: Date,
  keepSince: Date,
): Promise<number> {
  let added = 0;
  for (const batch of batchesOf(heard)) {
    const rows = batch.map(({ message }) => {
      const isNeed = message.fact !== null && message.fact.label !== 'chatter';
      const keepsText = isNeed && message.text !== null && message.sentAt >= keepSince;
      return {
        ...message,
        text: keepsText ? message.text : null,
        textState: keepsText ? ('kept' as const) : ('dropped' as const),
        day: dayOf(message.sentAt),
        label: message.fact?.label ?? null,
        fingerprint: message.fact?.fingerprint ?? null,
        decidedAt: now,
        recalledAt: null,
      };
    });
    const inserted = await tx
      .insert(messages)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: messages.id });
    added += inserted.length;
    await saveEdges(
      tx,
      batch.flatMap(({ edges }) => edges),
    );
  }
  return added;
}

/** Days as folded from the archive; a day that is there already is left to the nightly sweep. */
export async function addDays(tx: Db, days: readonly GroupDay[], now: Date): Promise<void> {
  // After `decidedAt` of the messages, so that the sweep folds only days that were there before.
  const foldedAt = new Date(now.getTime() + 1);
  for (const batch of batchesOf(days)) {
    const rows = batch.map(row => ({
      groupId: row.groupId,
      day: row.day,
      metrics: METRICS_VERSION,
      row,
      foldedAt,
    }));
    await tx.insert(groupDays).values(rows).onConflictDoNothing();
  }
}

/** What the log says, past acts that do not fit: other programs keep looser logs than this one. */
function standingOf({ opening, events }: TicketLog, number: number): Ticket {
  let ticket = openedTicket({ ...opening, number });
  for (const event of events) {
    try {
      ticket = apply(ticket, event);
    } catch (error) {
      if (!isFailure(error, 'refusal')) throw error;
      ticket = { ...ticket, lastSeq: event.seq };
    }
  }
  return ticket;
}

/** Tickets with their logs; those that are there already are left alone. Call inside a transaction. */
export async function addTickets(tx: Db, logs: readonly TicketLog[], trace: string): Promise<number> {
  let added = 0;
  for (const log of logs) {
    const { number: _, ...opening } = log.opening;
    const isThis = and(eq(tickets.groupId, opening.groupId), eq(tickets.id, opening.id));
    const [known] = await tx.select({ id: tickets.id }).from(tickets).where(isThis);
    if (known) continue;
    const opened = await openTicket(tx, { ...opening, placeId: opening.groupId }, opening.requesterId, trace);
    await tx.update(tickets).set(standingOf(log, opened.number)).where(isThis);
    const rows = log.events.map(event => ({ ...event, groupId: opening.groupId, trace }));
    if (rows.length > 0) await tx.insert(ticketEvents).values(rows).onConflictDoNothing();
    added++;
  }
  return added;
}
