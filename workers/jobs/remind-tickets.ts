import type { Db } from '../../db/connect.ts';
import { claimEffect } from '../../db/effects.ts';
import { groupById } from '../../db/groups.ts';
import { countPut, put } from '../../db/outbox.ts';
import { leadersOf, personById } from '../../db/people.ts';
import { addTicketEvent, openTickets, type PlacedTicket } from '../../db/tickets.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { isForLeader, REMINDERS_A_DAY, reminderStep } from '../../src/reminder.ts';
import { toCadre, toLeader } from '../../src/texts.ts';
import { dayOf, isWorkingTime, startOfDay } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** Claims the step of each ticket that has come; what another run claimed before is not told again. */
async function claimSteps(tx: Db, tickets: readonly PlacedTicket[], now: Date): Promise<PlacedTicket[]> {
  const due: PlacedTicket[] = [];
  for (const ticket of tickets) {
    const step = reminderStep(ticket, now);
    if (step && (await claimEffect(tx, keys.reminderStep(ticket.id, ticket.reopenedTimes, step), now)))
      due.push(ticket);
  }
  return due;
}

/** One message to one cadre for all of their tickets whose time has come. */
async function remind(tx: Db, cadreId: string, tickets: readonly PlacedTicket[], now: Date): Promise<number> {
  const cadre = await personById(tx, cadreId);
  if (!cadre?.isContact) return 0;
  const told = await countPut(tx, cadreId, 'reminder/', startOfDay(dayOf(now)));
  if (told >= REMINDERS_A_DAY) return 0;
  const due = await claimSteps(tx, tickets, now);
  if (!due.length) return 0;
  const text = toCadre.reminder(due, now);
  const trace = newTrace(now);
  await put(tx, { key: keys.reminder(cadreId, now), placeId: cadreId, isPrivate: true, text, trace }, now);
  return due.length;
}

/** Half the limit again has passed: the leader is told, once, in private. */
async function escalate(tx: Db, ticket: PlacedTicket, now: Date): Promise<boolean> {
  if (!isForLeader(ticket, now) || ticket.escalatedAt) return false;
  const group = await groupById(tx, ticket.groupId);
  const leaders = group ? (await leadersOf(tx, group.unitId)).filter(leader => leader.isContact) : [];
  if (!group || !leaders.length) return false;
  const trace = newTrace(now);
  const next = await addTicketEvent(tx, ticket, { at: now, byId: null, act: 'escalate', data: {} }, trace);
  for (const leader of leaders) {
    const key = keys.escalation(ticket.id, leader.id, `overdue-${ticket.reopenedTimes}`);
    const text = toLeader.overdue(next, group.name, now);
    await put(tx, { key, placeId: leader.id, isPrivate: true, text, trace }, now);
  }
  return true;
}

/** 催办: reminds before and at the limit, then daily; working hours only, merged, at most four a day. */
export const remindTickets = defineJob({
  name: 'remind-tickets',
  title: '催办与上报',
  every: '*/5 * * * *',
  async run({ db, now }) {
    if (!isWorkingTime(now)) return { reminded: 0, escalated: 0 };
    const byCadre = new Map<string, PlacedTicket[]>();
    const open = await openTickets(db);
    for (const ticket of open) {
      if (!ticket.assigneeId) continue;
      byCadre.set(ticket.assigneeId, [...(byCadre.get(ticket.assigneeId) ?? []), ticket]);
    }
    let reminded = 0;
    for (const [cadreId, tickets] of byCadre)
      reminded += await db.transaction(tx => remind(tx, cadreId, tickets, now));
    let escalated = 0;
    for (const ticket of open) if (await db.transaction(tx => escalate(tx, ticket, now))) escalated++;
    return { reminded, escalated };
  },
});
