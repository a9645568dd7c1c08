import type { Ticket } from './ticket.ts';
import { addWorkingMs, HOUR_MS, workingMsBetween } from './time.ts';

/** 催办: which step of a ticket's reminders has come; each is told once. The clock starts at the member's message. */
export type ReminderStep = 'late' | 'limit' | `day-${number}`;

/** A working day of a street office, the pace of the reminders past the limit. */
const WORKING_DAY_MS = 6.5 * HOUR_MS;
/** At most so many reminders to one cadre on one day (principle 6: the bot caps the load it causes). */
export const REMINDERS_A_DAY = 4;

const share = (ticket: Ticket, part: number): Date =>
  addWorkingMs(ticket.openedAt, part * workingMsBetween(ticket.openedAt, ticket.dueAt));

/**
 * The latest step that has come for an open ticket, null before the first or while it waits: at 80 % of its time,
 * at the limit, then once every working day.
 */
export function reminderStep(ticket: Ticket, now: Date): ReminderStep | null {
  if (ticket.state !== 'open' && ticket.state !== 'accepted') return null;
  if (now < share(ticket, 0.8)) return null;
  if (now < ticket.dueAt) return 'late';
  const days = Math.floor(workingMsBetween(ticket.dueAt, now) / WORKING_DAY_MS);
  return days < 1 ? 'limit' : `day-${days}`;
}

/** 上报: the leader is told when half the limit again has passed. */
export const isForLeader = (ticket: Ticket, now: Date): boolean =>
  (ticket.state === 'open' || ticket.state === 'accepted') &&
  ticket.acknowledgedAt === null &&
  now >= addWorkingMs(ticket.dueAt, 0.5 * workingMsBetween(ticket.openedAt, ticket.dueAt));
