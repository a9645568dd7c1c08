import { importArchive } from '../../db/archive-import.ts';
import { openDb } from '../../db/open.ts';
import { groups } from '../../db/schema.ts';
import { shardCaller } from '../../rooms.ts';
import { makeCommunity } from '../../src/communities/community.ts';
import { readConfig } from '../../src/config.ts';
import { secret } from '../../src/redact.ts';
import { addDays, startOfDay } from '../../src/time.ts';
import { packGroups } from '../../workers/jobs/pack-groups.ts';
import { scoreGroups } from '../../workers/jobs/score-groups.ts';
import { createRedisRunner } from '../../workers/queue/redis-runner.ts';

/*
 * A process that shares the scoring of a community on PostgreSQL with others: `furnish` brings the groups in and packs them,
 * `work` scores shards as they come, each after a pause, and tells the parent which it begins. A process of its own,
 * because a test kills it and because an engine is chosen once a process.
 */
const [mode = '', schema = '', redis = '', prefix = ''] = process.argv.slice(2);
const LAST_DAY = '2026-10-18';
const PAUSE_MS = 150;
const now = new Date(startOfDay(addDays(LAST_DAY, 1)).getTime() + 4 * 3_600_000);
const clock = { now: () => now };
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };
const open = await openDb(process.env['DATABASE_URL'] ?? '', schema);
const house = { open, clock, log, config: readConfig({}) };
const shards = shardCaller(house);

if (mode === 'furnish') {
  const { lines } = makeCommunity({ seed: 5, groups: 30, days: 70, lastDay: LAST_DAY });
  const classify = () => ({ label: 'chatter' as const, confidence: 1 });
  await importArchive(open.db, lines, { now, classify, version: 'test', bindTo: null });
  await open.db.update(groups).set({ boundAt: startOfDay('2026-01-01') });
  for (const shard of await shards.due(packGroups, now)) await shards.run(packGroups, now, shard);
  process.send?.('ready');
} else {
  const runner = createRedisRunner({
    redis: secret(redis),
    prefix,
    clock,
    log,
    jobs: [scoreGroups],
    run: () => Promise.reject(new Error('a job with shards is never run whole on Redis')),
    shards: {
      ...shards,
      async run(job, at, shard) {
        process.send?.(shard);
        await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
        return shards.run(job, at, shard);
      },
    },
  });
  process.on('message', async () => {
    await runner.stop();
    await open.close();
    process.exit(0);
  });
  await runner.start();
  process.send?.('ready');
}
