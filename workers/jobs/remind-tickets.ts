import { calendarOfUnit } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { claimEffect } from '../../db/effects.ts';
import { groupById } from '../../db/groups.ts';
import { countPut, put } from '../../db/outbox.ts';
import { leadersOf, personById } from '../../db/people.ts';
import {
  addTicketEvent,
  lookAgain,
  openTicketsOfCadre,
  type PlacedTicket,
  ticketsToLookAt,
} from '../../db/tickets.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { isForLeader, REMINDERS_A_DAY, reminderStep } from '../../src/reminder.ts';
import { toCadre, toLeader } from '../../src/texts.ts';
import { type Calendar, dayOf, HOUR_MS, isWorkingTime, startOfDay } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** A ticket whose time to be looked at has come, with the calendar its unit works by. */
interface Due {
  ticket: PlacedTicket;
  calendar: Calendar;
}

/** 首接负责: from the limit on, whoever took it on first hears of it beside the one who has it now. */
const hearsAsFirst = ({ ticket }: Due, step: string): boolean =>
  ticket.firstReceiverId !== null &&
  ticket.firstReceiverId !== ticket.assigneeId &&
  (step === 'limit' || step.startsWith('day-'));

/** Tickets of units that work now, with their calendars; each calendar is asked for once. */
async function dueNow(db: Db, now: Date): Promise<Due[]> {
  const calendars = new Map<string, Calendar>();
  const due: Due[] = [];
  for (const ticket of await ticketsToLookAt(db, now)) {
    const known = calendars.get(ticket.groupId);
    const group = known ? null : await groupById(db, ticket.groupId);
    const calendar = known ?? (await calendarOfUnit(db, group?.unitId ?? null, now));
    calendars.set(ticket.groupId, calendar);
    if (isWorkingTime(now, calendar)) due.push({ ticket, calendar });
  }
  return due;
}

/** One event for every limit that was missed. */
async function noteMissed(tx: Db, due: Due, now: Date): Promise<Due> {
  const { ticket } = due;
  const isMissed = ticket.state !== 'waiting' && now >= ticket.dueAt;
  if (!isMissed || ticket.missedDueAt?.getTime() === ticket.dueAt.getTime()) return due;
  const event = { at: now, byId: null, act: 'miss' as const, data: {} };
  return { ...due, ticket: await addTicketEvent(tx, ticket, event, newTrace(now)) };
}

/** Who is to be reminded of which tickets. */
function byPerson(due: readonly Due[], now: Date): Map<string, Due[]> {
  const found = new Map<string, Due[]>();
  const add = (id: string | null, each: Due) => {
    if (id) found.set(id, [...(found.get(id) ?? []), each]);
  };
  for (const each of due) {
    const step = reminderStep(each.ticket, now, each.calendar);
    if (!step) continue;
    add(each.ticket.assigneeId, each);
    if (hearsAsFirst(each, step)) add(each.ticket.firstReceiverId, each);
  }
  return found;
}

/** Claims the step of each ticket that has come; what another run claimed before is not told again. */
async function claimSteps(tx: Db, cadreId: string, due: readonly Due[], now: Date): Promise<PlacedTicket[]> {
  const claimed: PlacedTicket[] = [];
  for (const { ticket, calendar } of due) {
    const step = reminderStep(ticket, now, calendar);
    if (step && (await claimEffect(tx, keys.reminderStep(ticket, cadreId, step), now))) claimed.push(ticket);
  }
  return claimed;
}

/** What would come within this time is told with what has come, so that one message serves for several. */
const AHEAD_MS = 2 * HOUR_MS;

/** The cadre's other tickets whose half or 80 % comes soon; a limit is told when it has come. */
async function soonDue(tx: Db, cadreId: string, due: readonly Due[], now: Date): Promise<PlacedTicket[]> {
  const calendar = due[0]?.calendar;
  const soon = new Date(now.getTime() + AHEAD_MS);
  const claimed: PlacedTicket[] = [];
  for (const ticket of await openTicketsOfCadre(tx, cadreId)) {
    const step = due.some(each => each.ticket.id === ticket.id) ? null : reminderStep(ticket, soon, calendar);
    if (step !== 'half' && step !== 'late') continue;
    if (await claimEffect(tx, keys.reminderStep(ticket, cadreId, step), now)) claimed.push(ticket);
  }
  return claimed;
}

/** One message to one cadre for all of their tickets whose time has come; null when the day has had its reminders. */
async function remind(tx: Db, cadreId: string, due: readonly Due[], now: Date): Promise<number | null> {
  const cadre = await personById(tx, cadreId);
  if (!cadre?.isContact) return 0;
  const told = await countPut(tx, cadreId, 'reminder/', startOfDay(dayOf(now)));
  if (told >= REMINDERS_A_DAY) return null;
  const claimed = await claimSteps(tx, cadreId, due, now);
  if (!claimed.length) return 0;
  claimed.push(...(await soonDue(tx, cadreId, due, now)));
  const text = toCadre.reminder(claimed, cadreId, now);
  const trace = newTrace(now);
  await put(tx, { key: keys.reminder(cadreId, now), placeId: cadreId, isPrivate: true, text, trace }, now);
  return claimed.length;
}

/** Half the limit again has passed: the leader is told, once, in private. */
async function escalate(tx: Db, { ticket, calendar }: Due, now: Date): Promise<boolean> {
  if (!isForLeader(ticket, now, calendar)) return false;
  const group = await groupById(tx, ticket.groupId);
  const leaders = group ? (await leadersOf(tx, group.unitId)).filter(leader => leader.isContact) : [];
  const told = leaders.filter(leader => leader.id !== ticket.assigneeId);
  if (!group || !told.length) return false;
  const trace = newTrace(now);
  const data = { reason: 'overdue' as const };
  const next = await addTicketEvent(tx, ticket, { at: now, byId: null, act: 'escalate', data }, trace);
  for (const leader of told) {
    const key = keys.escalation(ticket.id, leader.id, `overdue-${ticket.reopenedTimes}`);
    const text = toLeader.overdue(next, group.name, now);
    await put(tx, { key, placeId: leader.id, isPrivate: true, text, trace }, now);
  }
  return true;
}

/** 催办: at half, at 80 %, at the limit, then daily; working hours only, merged into one message, at most four a day. */
export const remindTickets = defineJob({
  name: 'remind-tickets',
  title: '催办与上报',
  every: '*/5 * * * *',
  async run({ db, now }) {
    const due: Due[] = [];
    for (const each of await dueNow(db, now)) due.push(await db.transaction(tx => noteMissed(tx, each, now)));
    const untold = new Set<string>();
    let reminded = 0;
    for (const [personId, theirs] of byPerson(due, now)) {
      const count = await db.transaction(tx => remind(tx, personId, theirs, now));
      // Beyond the day's cap: looked at again until tomorrow's first.
      if (count === null) for (const { ticket } of theirs) untold.add(ticket.id);
      reminded += count ?? 0;
    }
    let escalated = 0;
    for (const each of due) if (await db.transaction(tx => escalate(tx, each, now))) escalated++;
    for (const { ticket } of due) if (!untold.has(ticket.id)) await lookAgain(db, ticket, now);
    return { reminded, escalated };
  },
});
