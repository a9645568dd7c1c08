import { calendarOfUnit } from '../../db/calendars.ts';
import type { Db } from '../../db/connect.ts';
import { type Group, groupIdsOfCadre } from '../../db/groups.ts';
import { handOver } from '../../db/hand-over.ts';
import { put } from '../../db/outbox.ts';
import { leadersOf, servingCadresOf } from '../../db/people.ts';
import { openTicketsOfCadre } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Person } from '../../src/people.ts';
import { aboutLeaving } from '../../src/texts.ts';
import { dayOf, nextWorkingTime } from '../../src/time.ts';

/** Words to one person about somebody who left, in working hours; false when they cannot be written to. */
export async function tellOfLeaving(
  tx: Db,
  to: Person,
  saying: { key: string; text: string; trace: string; unitId: string },
  now: Date,
): Promise<boolean> {
  const { key, text, trace, unitId } = saying;
  if (!to.isContact) return false;
  const notBefore = nextWorkingTime(now, await calendarOfUnit(tx, unitId, now));
  await put(tx, { key, text, placeId: to.id, isPrivate: true, notBefore, trace }, now);
  return true;
}

/** Nobody is there: the leader is told once a day at most; how many were told. */
async function tellLeaders(
  tx: Db,
  group: Group,
  open: number,
  at: { now: Date; trace: string },
): Promise<number> {
  const text = aboutLeaving.noCadre(group.name, open);
  const saying = { key: keys.noCadre(group.id, dayOf(at.now)), text, trace: at.trace, unitId: group.unitId };
  let told = 0;
  for (const leader of await leadersOf(tx, group.unitId))
    if (await tellOfLeaving(tx, leader, saying, at.now)) told++;
  return told;
}

/**
 * A cadre left the group: what they had on their desk there goes to the next who serves it, in one message; where nobody
 * does, the leader hears of it. Call inside a transaction; `unheard` when nobody at all could be told.
 */
export async function handOverDesk(
  tx: Db,
  group: Group,
  cadre: Person,
  at: { now: Date; trace: string },
): Promise<'handed' | 'nothing' | 'told' | 'unheard'> {
  if (!(await groupIdsOfCadre(tx, cadre.id)).includes(group.id)) return 'nothing';
  const mine = (await openTicketsOfCadre(tx, cadre.id)).filter(ticket => ticket.groupId === group.id);
  const serving = (await servingCadresOf(tx, group.id, at.now)).filter(each => each.id !== cadre.id);
  if (!serving.length) return (await tellLeaders(tx, group, mine.length, at)) ? 'told' : 'unheard';
  const handed: number[] = [];
  for (const next of serving) {
    const left = mine.filter(ticket => !handed.includes(ticket.number));
    const theirs = await handOver(tx, left, { toId: next.id, at: at.now, trace: at.trace });
    handed.push(...theirs.map(ticket => ticket.number));
    const key = keys.cadreLeft(group.id, cadre.id, dayOf(at.now));
    const text = aboutLeaving.handedOver(group.name, theirs);
    if (theirs.length)
      await tellOfLeaving(tx, next, { key, text, trace: at.trace, unitId: group.unitId }, at.now);
  }
  return handed.length ? 'handed' : 'nothing';
}
