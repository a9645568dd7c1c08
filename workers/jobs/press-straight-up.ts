import type { Db } from '../../db/connect.ts';
import { groupById } from '../../db/groups.ts';
import { reachableLeadersAbove } from '../../db/leaders.ts';
import { countPut, put } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import { calendarOfTicket, eventsOf, openTickets, type PlacedTicket } from '../../db/tickets.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { isUnacknowledged, REMINDERS_A_DAY } from '../../src/reminder.ts';
import { aboutStraightUp } from '../../src/texts.ts';
import { dayOf, isWorkingTime, startOfDay, workingMsBetween } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** A straight-up word without 收到, and the leader it lies with. */
interface Waiting {
  ticket: PlacedTicket;
  leaderId: string;
  seq: number;
}

async function waitingFor(db: Db, now: Date): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const ticket of await openTickets(db)) {
    if (!isUnacknowledged(ticket, now, await calendarOfTicket(db, ticket, now))) continue;
    const sent = (await eventsOf(db, ticket)).findLast(({ data }) => data.reason === 'straight-up');
    if (sent?.data.toId) waiting.push({ ticket, leaderId: sent.data.toId, seq: sent.seq });
  }
  return waiting;
}

/** One line a working day to one leader for all that wait for them, within the reminders of the day. */
async function press(
  tx: Db,
  leaderId: string,
  tickets: readonly PlacedTicket[],
  now: Date,
): Promise<boolean> {
  const leader = await personById(tx, leaderId);
  if (!leader?.isContact) return false;
  const told = await countPut(tx, leaderId, 'reminder/', startOfDay(dayOf(now)));
  if (told >= REMINDERS_A_DAY) return false;
  const key = keys.straightUpPress(leaderId, dayOf(now));
  const text = aboutStraightUp.press(tickets);
  return put(tx, { key, placeId: leaderId, isPrivate: true, text, trace: newTrace(now) }, now);
}

/** The next leader above hears of it, once. */
async function tellAbove(tx: Db, { ticket, leaderId, seq }: Waiting, now: Date): Promise<boolean> {
  const group = await groupById(tx, ticket.groupId);
  if (!group || !ticket.escalatedAt) return false;
  const calendar = await calendarOfTicket(tx, ticket, now);
  const waitedMs = workingMsBetween(ticket.escalatedAt, now, calendar);
  let isTold = false;
  for (const leader of await reachableLeadersAbove(tx, group.unitId, leaderId)) {
    const key = keys.escalation(ticket.id, leader.id, `straight-up-above-${seq}`);
    const text = aboutStraightUp.above(ticket, group.name, waitedMs);
    const saying = { key, placeId: leader.id, isPrivate: true, text, trace: newTrace(now) };
    if (await put(tx, saying, now)) isTold = true;
  }
  return isTold;
}

/** 直报没有回音: the leader is reminded once a working day, and the next one above is told once. */
export const pressStraightUp = defineJob({
  name: 'press-straight-up',
  title: '直报没有回音的再催',
  every: '*/15 * * * *',
  async run({ db, now }) {
    let pressed = 0;
    let escalated = 0;
    if (!isWorkingTime(now)) return { pressed, escalated };
    const waiting = await waitingFor(db, now);
    for (const leaderId of new Set(waiting.map(each => each.leaderId))) {
      const tickets = waiting.filter(each => each.leaderId === leaderId).map(each => each.ticket);
      if (await db.transaction(tx => press(tx, leaderId, tickets, now))) pressed++;
    }
    for (const each of waiting) if (await db.transaction(tx => tellAbove(tx, each, now))) escalated++;
    return { pressed, escalated };
  },
});
