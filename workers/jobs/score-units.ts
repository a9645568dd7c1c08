import type { Db } from '../../db/connect.ts';
import { addUpUnits, countUnscored, saveUnitScores, scoredAt } from '../../db/unit-scores.ts';
import { addDays, dayOf, mondayOf, startOfDay, weekOf } from '../../src/time.ts';
import { defineJob } from './define.ts';
import { digestTime } from './send-digests.ts';

/** As many weeks as groups are scored for. */
const WEEKS_KEPT = 8;
const EVER = new Date(0);

/**
 * Whether a week's units are to be added up now. The running week follows its groups. A week that has ended is added up
 * once, when all its groups have had their last score, or at the latest when its digest is due; then it stands.
 */
async function isDue(db: Db, week: string, now: Date): Promise<boolean> {
  const at = await scoredAt(db, week);
  if (!at.groups) return false;
  const end = startOfDay(addDays(mondayOf(week), 7));
  if (now < end) return !at.units || at.units < at.groups;
  if (at.units && at.units >= end) return false;
  return (await countUnscored(db, week, now < digestTime(week) ? end : EVER)) === 0;
}

/** 单位汇总: from the scores of the groups to the week of every unit; looked for every hour, so that a late score is not missed. */
export const scoreUnits = defineJob({
  name: 'score-units',
  title: '给单位汇总',
  every: '40 * * * *',
  async run({ db, now }) {
    const yesterday = addDays(dayOf(now), -1);
    const weeks = Array.from({ length: WEEKS_KEPT }, (_, back) => weekOf(addDays(yesterday, -7 * back)));
    let units = 0;
    for (const week of weeks) {
      if (!(await isDue(db, week, now))) continue;
      const analyses = await addUpUnits(db, week);
      await saveUnitScores(db, week, analyses, now);
      units += analyses.length;
    }
    return { units };
  },
});
