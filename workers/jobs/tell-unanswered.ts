import type { Db } from '../../db/connect.ts';
import { candidatesFor } from '../../db/curators.ts';
import { claimEffect, isClaimed } from '../../db/effects.ts';
import { countPut, put } from '../../db/outbox.ts';
import { groupCadreIds, personById } from '../../db/people.ts';
import { unansweredOf } from '../../db/unanswered-needs.ts';
import { newTrace } from '../../src/ids.ts';
import { keys } from '../../src/keys.ts';
import { REMINDERS_A_DAY } from '../../src/reminder.ts';
import { toCadre } from '../../src/texts.ts';
import { dayOf, isWorkingTime, startOfDay } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** One line to one cadre for all that nobody answered in their groups, within the reminders of the day. */
async function tellCadre(tx: Db, cadreId: string, now: Date): Promise<boolean> {
  const cadre = await personById(tx, cadreId);
  if (!cadre?.isContact) return false;
  const told = await countPut(tx, cadreId, 'reminder/', startOfDay(dayOf(now)));
  if (told >= REMINDERS_A_DAY) return false;
  const needs = await unansweredOf(tx, cadreId, now);
  // Each is told once unasked; 没人回 and 我的工单 go on showing it.
  const untold: typeof needs = [];
  for (const need of needs)
    if (!(await isClaimed(tx, keys.unansweredTold(cadreId, need.messageId)))) untold.push(need);
  if (!untold.length) return false;
  const text = toCadre.unansweredToday(needs, (await candidatesFor(tx, cadre)).length, now);
  const key = keys.unanswered(cadreId, dayOf(now));
  const said = { key, placeId: cadreId, isPrivate: true, text, trace: newTrace(now) };
  if (!(await put(tx, said, now))) return false;
  for (const need of untold) await claimEffect(tx, keys.unansweredTold(cadreId, need.messageId), now);
  return true;
}

/** 没人回: a need that no person answered within two working hours is told to its cadres, once a working day at most. */
export const tellUnanswered = defineJob({
  name: 'tell-unanswered',
  title: '告诉干部哪些没人回',
  every: '*/15 * * * *',
  async run({ db, now }) {
    let told = 0;
    if (!isWorkingTime(now)) return { told };
    for (const cadreId of await groupCadreIds(db))
      if (await db.transaction(tx => tellCadre(tx, cadreId, now))) told++;
    return { told };
  },
});
