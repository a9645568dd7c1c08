import type { Db } from '../../db/connect.ts';
import { saveGroupDay, unfoldedDays } from '../../db/group-days.ts';
import { membersOf } from '../../db/groups.ts';
import { messagesOfDay } from '../../db/messages.ts';
import { cadresOf, rolesOf } from '../../db/people.ts';
import { edgesOfDay } from '../../db/reply-edges.ts';
import { foldDay } from '../../src/analysis/fold-day.ts';
import { rosterOf } from '../../src/analysis/roster.ts';
import { addDays, dayOf } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** How far back a late delivery or an import is still folded in: the window, and a week more. */
const DAYS_BACK = 100;

/** Folds one group's one day from its messages; running it again gives the same row. */
async function foldOne(db: Db, groupId: string, day: string, now: Date): Promise<void> {
  const messages = await messagesOfDay(db, groupId, day);
  const edges = await edgesOfDay(db, groupId, day);
  const cadreIds = (await cadresOf(db, groupId)).map(person => person.id);
  const roles = await rolesOf(db, [...new Set(messages.map(message => message.senderId))]);
  const members = await membersOf(db, groupId);
  const roster = rosterOf({ cadreIds, members, roles });
  await saveGroupDay(db, foldDay({ groupId, day }, messages, edges, roster), now);
}

/** 日汇总: every finished day of every group that spoke becomes one row. */
export const foldDays = defineJob({
  name: 'fold-days',
  title: '每日汇总',
  every: '20 0 * * *',
  async run({ db, now }) {
    const today = dayOf(now);
    const days = await unfoldedDays(db, addDays(today, -DAYS_BACK), today);
    for (const { groupId, day } of days) await foldOne(db, groupId, day, now);
    return { days: days.length };
  },
});
