import { isWorkedOn, type Ticket } from './ticket.ts';
import {
  addWorkingMs,
  type Calendar,
  HOUR_MS,
  OFFICE,
  subtractWorkingMs,
  workingDayMs,
  workingMsBetween,
} from './time.ts';

/** 催办: which step of a ticket's reminders has come; each is told once. The clock starts at the member's message. */
export type ReminderStep = 'half' | 'late' | 'limit' | `day-${number}` | `wait-${number}`;

/** At most so many reminders to one cadre on one day (principle 6: the bot caps the load it causes). */
export const REMINDERS_A_DAY = 4;
/** A ticket that waits for something outside is asked after once in so many working days. */
const WAITING_DAYS = 5;
/** Shares of the limit at which its cadre is reminded, and beyond it the leader told. */
const HALF = 0.5;
const LATE = 0.8;
const FOR_LEADER = 0.5;
/** 直报: the leader acknowledges within so much working time (M17). */
export const ACKNOWLEDGE_MS = 24 * HOUR_MS;

/** The moment at which a share of the limit has passed. */
const shareAt = ({ dueAt, limitMs }: Ticket, share: number, calendar: Calendar): Date =>
  subtractWorkingMs(dueAt, (1 - share) * limitMs, calendar);

const isRunning = ({ state }: Ticket): boolean => state === 'open' || state === 'accepted';

/**
 * The latest step that has come for a ticket still to be worked on, null before the first: at half, at 80 %, at the
 * limit, then once every working day; while it waits, once every five.
 */
export function reminderStep(ticket: Ticket, now: Date, calendar: Calendar = OFFICE): ReminderStep | null {
  const dayMs = workingDayMs(calendar);
  if (ticket.state === 'waiting' && ticket.waitingSince) {
    const times = Math.floor(workingMsBetween(ticket.waitingSince, now, calendar) / (WAITING_DAYS * dayMs));
    return times < 1 ? null : `wait-${times * WAITING_DAYS}`;
  }
  if (!isRunning(ticket)) return null;
  if (now < shareAt(ticket, HALF, calendar)) return null;
  if (now < shareAt(ticket, LATE, calendar)) return 'half';
  if (now < ticket.dueAt) return 'late';
  const days = Math.floor(workingMsBetween(ticket.dueAt, now, calendar) / dayMs);
  return days < 1 ? 'limit' : `day-${days}`;
}

/** When half the limit again has passed. */
const leaderAt = ({ dueAt, limitMs }: Ticket, calendar: Calendar): Date =>
  addWorkingMs(dueAt, FOR_LEADER * limitMs, calendar);

/** 上报: the leader is told at 1.5 × the limit, once, unless they know already. */
export const isForLeader = (ticket: Ticket, now: Date, calendar: Calendar = OFFICE): boolean =>
  isRunning(ticket) &&
  ticket.acknowledgedAt === null &&
  ticket.escalatedFor === null &&
  now >= leaderAt(ticket, calendar);

/** A straight-up word that its leader has not acknowledged within 24 working hours. */
export const isUnacknowledged = (ticket: Ticket, now: Date, calendar: Calendar = OFFICE): boolean =>
  isWorkedOn(ticket) &&
  ticket.escalatedFor === 'straight-up' &&
  ticket.escalatedAt !== null &&
  ticket.acknowledgedAt === null &&
  now >= addWorkingMs(ticket.escalatedAt, ACKNOWLEDGE_MS, calendar);

function* momentsOf(ticket: Ticket, after: Date, calendar: Calendar): Generator<Date> {
  const dayMs = workingDayMs(calendar);
  const { dueAt, waitingSince, escalatedAt, acknowledgedAt, escalatedFor } = ticket;
  if (escalatedFor === 'straight-up' && escalatedAt && !acknowledgedAt)
    yield addWorkingMs(escalatedAt, ACKNOWLEDGE_MS, calendar);
  if (ticket.state === 'waiting' && waitingSince) {
    const times = Math.floor(workingMsBetween(waitingSince, after, calendar) / (WAITING_DAYS * dayMs));
    yield addWorkingMs(waitingSince, (times + 1) * WAITING_DAYS * dayMs, calendar);
  }
  if (!isRunning(ticket)) return;
  yield shareAt(ticket, HALF, calendar);
  yield shareAt(ticket, LATE, calendar);
  yield dueAt;
  yield leaderAt(ticket, calendar);
  yield addWorkingMs(
    dueAt,
    (Math.floor(workingMsBetween(dueAt, after, calendar) / dayMs) + 1) * dayMs,
    calendar,
  );
}

/** The first moment after `after` at which the sweep has to look at a ticket again; null when never. */
export function nextLookAt(ticket: Ticket, after: Date, calendar: Calendar = OFFICE): Date | null {
  const later = [...momentsOf(ticket, after, calendar)]
    .map(at => at.getTime())
    .filter(at => at > after.getTime());
  return later.length ? new Date(Math.min(...later)) : null;
}
