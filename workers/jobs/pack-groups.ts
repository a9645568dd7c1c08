import { packGroups as packThese } from '../../db/pack-groups.ts';
import { enrolGroups, packsOfShard, shardsInUse } from '../../db/packs.ts';
import { addDays, dayOf } from '../../src/time.ts';
import { visitPages } from '../visit-pages.ts';
import { defineShardedJob } from './define.ts';

/** Groups read at a time: their whole histories are in memory together. */
const PAGE = 50;

/** 打包: the days and the declared rows of every group, packed for scoring once they are folded. */
export const packGroups = defineShardedJob({
  name: 'pack-groups',
  title: '群数据打包',
  every: '40 0 * * *',
  async due({ db, now }) {
    await enrolGroups(db, now);
    return shardsInUse(db);
  },
  async runShard({ db, now }, shard) {
    const throughDay = addDays(dayOf(now), -1);
    let packed = 0;
    await visitPages(
      after => packsOfShard(db, shard, after, PAGE),
      async page => {
        packed += await packThese(db, page, { throughDay, now });
      },
    );
    return { packed };
  },
});
