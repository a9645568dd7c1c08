import { foldGroupDay } from '../../db/fold-group-day.ts';
import { unfoldedDays } from '../../db/group-days.ts';
import { addDays, dayOf } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** How far back a late delivery or an import is still folded in: the window, and a week more. */
const DAYS_BACK = 100;

/** 日汇总: every finished day of every group that spoke becomes one row. */
export const foldDays = defineJob({
  name: 'fold-days',
  title: '每日汇总',
  every: '20 0 * * *',
  async run({ db, now }) {
    const today = dayOf(now);
    const days = await unfoldedDays(db, addDays(today, -DAYS_BACK), today);
    for (const { groupId, day } of days) await foldGroupDay(db, groupId, day, now);
    return { days: days.length };
  },
});
