import { groupHistory } from '../../db/group-histories.ts';
import { boundGroups } from '../../db/groups.ts';
import { noteMetricsChange } from '../../db/metrics-change.ts';
import { saveScore, scoredWeeks } from '../../db/scores.ts';
import { analyzeGroup } from '../../src/analysis/analyze-group.ts';
import { addDays, dayOf, mondayOf, startOfDay, weekOf } from '../../src/time.ts';
import { defineJob } from './define.ts';

/** The digest's chart shows so many weeks. */
const WEEKS_KEPT = 8;

/** The last day of a week that lies wholly before `today`, or yesterday for the week still running. */
function lastDayOf(week: string, yesterday: string): string {
  const sunday = addDays(mondayOf(week), 6);
  return sunday < yesterday ? sunday : yesterday;
}

/**
 * 评分: the running week and any of the last eight that is missing; a week that has ended is scored once more on the
 * night after its Sunday, then stands. Starts from the groups, so that the silent ones are scored too.
 */
export const scoreGroups = defineJob({
  name: 'score-groups',
  title: '给群评分',
  every: '10 1 * * *',
  async run({ db, now }) {
    await noteMetricsChange(db, now);
    const yesterday = addDays(dayOf(now), -1);
    const current = weekOf(yesterday);
    const weeks = Array.from({ length: WEEKS_KEPT }, (_, back) => weekOf(addDays(yesterday, -7 * back)));
    let scored = 0;
    for (const group of await boundGroups(db)) {
      const done = await scoredWeeks(db, group.id);
      const missing = weeks.filter(week => week === current || !done.has(week));
      const history = missing.length ? await groupHistory(db, group.id, yesterday) : null;
      if (!history) continue;
      for (const week of missing) {
        const asOf = new Date(startOfDay(addDays(lastDayOf(week, yesterday), 1)).getTime() - 1);
        await saveScore(db, week, analyzeGroup(history, asOf), now);
        scored++;
      }
    }
    return { scored };
  },
});
