import { noteMetricsChange } from '../../db/metrics-change.ts';
import { enrolGroups, packsOfShard, shardsInUse } from '../../db/packs.ts';
import { scoreGroups as scoreThese } from '../../db/score-groups.ts';
import { addDays, dayOf } from '../../src/time.ts';
import { visitPages } from '../visit-pages.ts';
import { defineShardedJob } from './define.ts';

/** Groups scored and written at a time. */
const PAGE = 100;

/**
 * 评分: the running week and any of the last eight that is missing; a week that has ended is scored once more after its
 * Sunday, then stands. Starts from the groups, so that the silent ones are scored too; a group whose pack is behind is
 * scored from its history.
 */
export const scoreGroups = defineShardedJob({
  name: 'score-groups',
  title: '给群评分',
  every: '10 1 * * *',
  async due({ db, now }) {
    await noteMetricsChange(db, now);
    await enrolGroups(db, now);
    return shardsInUse(db);
  },
  async runShard({ db, now }, shard) {
    const yesterday = addDays(dayOf(now), -1);
    let scored = 0;
    await visitPages(
      after => packsOfShard(db, shard, after, PAGE),
      async page => {
        scored += await scoreThese(db, page, { yesterday, now });
      },
    );
    return { scored };
  },
});
