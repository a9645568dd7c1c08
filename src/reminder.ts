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

/** A ticket that waits for something outside is asked after once a working week past its limit. */
const WAITING_DAYS = 5;

/**
 * The latest step that has come for a ticket still to be worked on, null before the first: at 80 % of its time, at the
 * limit, then once every working day; while it waits, once every five.
 */
export function reminderStep(ticket: Ticket, now: Date): ReminderStep | null {
  if (ticket.state === 'waiting') {
    const weeks = Math.floor(workingMsBetween(ticket.dueAt, now) / (WAITING_DAYS * WORKING_DAY_MS));
    return weeks < 1 ? null : `day-${weeks * WAITING_DAYS}`;
  }
  if (ticket.state !== 'open' && ticket.state !== 'accepted') return null;
  if (now < share(ticket, 0.8)) return null;
  if (now < ticket.dueAt) return 'late';
  const days = Math.floor(workingMsBetween(ticket.dueAt, now) / WORKING_DAY_MS);
  return days < 1 ? 'limit' : `day-${days}`;
}

/** 上报: the leader is told when half the limit again has passed. */
export function isForLeader(ticket: Ticket, now: Date): boolean {
  if (ticket.acknowledgedAt !== null) return false;
  if (ticket.state === 'waiting') return reminderStep(ticket, now) !== null;
  const isWorkedOn = ticket.state === 'open' || ticket.state === 'accepted';
  return (
    isWorkedOn && now >= addWorkingMs(ticket.dueAt, 0.5 * workingMsBetween(ticket.openedAt, ticket.dueAt))
  );
}
