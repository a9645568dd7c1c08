import { isPrivateTopic } from '../private-topic.ts';
import { redactPersonal, withoutGaps } from '../redact-personal.ts';
import { straightUpsOf } from '../ticket/straight-up.ts';
import type { Ticket, TicketLog } from '../ticket.ts';
import { ticketAt } from './ticket-at.ts';
import type { WeekRows } from './week-rows.ts';

/** What waits at a moment: for the cadres, and for the leader's own word. */
export interface Waiting {
  openTickets: number;
  /** The longest past its limit first. */
  overdue: readonly { number: number; topic: string; overdueMs: number }[];
  /** Numbers of the tickets whose straight-up words no leader has acknowledged (P12). */
  straightUp: readonly number[];
  improvements: { open: number; overdue: number };
}

/** Still worked on; what follows another ticket is done with that one. */
const isOpen = ({ state, duplicateOf }: Ticket): boolean =>
  duplicateOf === null && (state === 'open' || state === 'accepted' || state === 'waiting');

/** The topic without anybody in it; nothing of a matter that was said in private. */
function bareTopic(topic: string, names: readonly string[]): string {
  return isPrivateTopic(topic) ? '' : withoutGaps(redactPersonal(topic, names));
}

interface Open {
  ticket: Ticket;
  log: TicketLog;
  cadreIds: readonly string[];
}

function openAt(rows: readonly WeekRows[], of: 'tickets' | 'improvements', at: Date): Open[] {
  return rows
    .flatMap(row => row[of].map(log => ({ log, cadreIds: row.cadreIds })))
    .filter(({ log }) => log.opening.openedAt <= at)
    .map(({ log, cadreIds }) => ({ ticket: ticketAt(log, at), log, cadreIds }))
    .filter(({ ticket }) => isOpen(ticket));
}

/** Everybody who has to do with a ticket: a digest names none of them. */
function namesOf({ ticket, log, cadreIds }: Open, nameOf: ReadonlyMap<string, string>): string[] {
  const ids = [
    ticket.requesterId,
    ticket.assigneeId,
    ...cadreIds,
    ...log.events.filter(event => event.byId !== null).map(event => event.byId),
  ];
  return [...new Set(ids)].flatMap(id => nameOf.get(id ?? '') ?? []).filter(name => name.length > 1);
}

const isUnacknowledged = ({ log, ticket }: Open, at: Date): boolean => {
  const known = log.events.filter(event => event.at <= at);
  const last = straightUpsOf(known, at).at(-1);
  return last !== undefined && last.acknowledged === null && isOpen(ticket);
};

/** The tickets and improvement tasks of some groups that wait for somebody at a moment. */
export function waitingAt(rows: readonly WeekRows[], at: Date, nameOf: ReadonlyMap<string, string>): Waiting {
  const open = openAt(rows, 'tickets', at);
  const tasks = openAt(rows, 'improvements', at);
  const overdue = open
    .filter(({ ticket }) => ticket.dueAt < at)
    .sort((a, b) => a.ticket.dueAt.getTime() - b.ticket.dueAt.getTime() || a.ticket.number - b.ticket.number)
    .map(each => ({
      number: each.ticket.number,
      topic: bareTopic(each.ticket.topic, namesOf(each, nameOf)),
      overdueMs: at.getTime() - each.ticket.dueAt.getTime(),
    }));
  return {
    openTickets: open.length,
    overdue,
    straightUp: open
      .filter(each => isUnacknowledged(each, at))
      .map(({ ticket }) => ticket.number)
      .sort((a, b) => a - b),
    improvements: { open: tasks.length, overdue: tasks.filter(({ ticket }) => ticket.dueAt < at).length },
  };
}

/** Whom the topics of these groups' tickets may name. */
export const concernedIn = (rows: readonly WeekRows[]): string[] => [
  ...new Set(
    rows.flatMap(({ cadreIds, tickets, improvements }) => [
      ...cadreIds,
      ...[...tickets, ...improvements].flatMap(({ opening, events }) => [
        opening.requesterId,
        ...(opening.assigneeId === null ? [] : [opening.assigneeId]),
        ...events.flatMap(event => event.byId ?? []),
        ...events.flatMap(event => event.data.toId ?? []),
      ]),
    ]),
  ),
];
