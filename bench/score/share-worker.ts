import { openDb } from '../../db/open.ts';
import { enrolGroups, savePacks } from '../../db/packs.ts';
import { groups } from '../../db/schema.ts';
import { shardCaller } from '../../rooms.ts';
import { dayFromNumber, startOfDayNumber } from '../../src/analysis/day-number.ts';
import { readConfig } from '../../src/config.ts';
import { secret } from '../../src/redact.ts';
import { scoreGroups } from '../../workers/jobs/score-groups.ts';
import { createRedisRunner } from '../../workers/queue/redis-runner.ts';
import { nightSql, packVariants } from './write-district.ts';

/*
 * One process of the shared scoring on PostgreSQL: `fill` writes the district, `work` scores shards as they come. A process of its
 * own, because an engine is chosen once a process. `share-worker.ts fill|work <schema> <last day> <groups> <redis> <prefix>`
 */
const [mode = '', schema = '', day = '', count = '', redis = '', prefix = ''] = process.argv.slice(2);
const lastDay = Number(day);
const now = new Date(startOfDayNumber(lastDay + 1) + 3_600_000);
const open = await openDb(process.env['DATABASE_URL'] ?? '', schema);
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

async function fill(): Promise<void> {
  const { db } = open;
  const { packs } = packVariants(Math.min(300, Number(count)), lastDay);
  for (let from = 0; from < Number(count); from += 500) {
    const part = Array.from({ length: Math.min(500, Number(count) - from) }, (_, at) => from + at);
    const rows = part.map(at => ({
      id: String(at),
      name: `群${at}`,
      size: packs[at % packs.length]?.size ?? 1,
    }));
    const fixed = {
      unitId: 'u',
      kind: 'grassroots' as const,
      serviceLines: [],
      createdAt: null,
      boundAt: now,
    };
    await db.insert(groups).values(rows.map(row => ({ ...row, ...fixed })));
    const packed = part.map(at => ({
      groupId: String(at),
      throughDay: dayFromNumber(lastDay),
      pack: packs[at % packs.length]?.pack ?? new Uint8Array(),
    }));
    await savePacks(db, packed, now);
  }
  await enrolGroups(db, now);
  await open.exclusively(async raw => {
    for (const sql of nightSql(lastDay, `'${now.toISOString()}'`)) await raw.run(sql);
    await raw.run('analyze');
  });
}

if (mode === 'fill') {
  await fill();
  process.send?.('ready');
} else {
  const house = { open, clock: { now: () => now }, log, config: readConfig({}) };
  const runner = createRedisRunner({
    redis: secret(redis),
    prefix,
    clock: house.clock,
    log,
    jobs: [scoreGroups],
    run: () => Promise.reject(new Error('a job with shards is never run whole on Redis')),
    shards: shardCaller(house),
  });
  await runner.start();
  process.send?.('ready');
}
