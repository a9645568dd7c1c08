import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openPostgres } from '../../db/postgres.ts';
import { dayFromNumber } from '../../src/analysis/day-number.ts';
import { secret } from '../../src/redact.ts';
import { weekOf } from '../../src/time.ts';
import { scoreGroups } from '../../workers/jobs/score-groups.ts';
import { createRedisRunner } from '../../workers/queue/redis-runner.ts';
import { columns } from '../shared/figures.ts';

const SCRIPT = fileURLToPath(new URL('./share-worker.ts', import.meta.url));

async function aProcess(postgres: string, words: readonly string[]): Promise<ChildProcess> {
  const env = { ...process.env, DATABASE_URL: postgres };
  const child = fork(SCRIPT, words, { execArgv: ['--import', 'tsx'], env });
  await once(child, 'message');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Seconds in which so many worker processes score the district once. */
async function timeWorkers(
  servers: { postgres: string; redis: string },
  words: readonly string[],
  workers: number,
): Promise<number> {
  const prefix = `bench-score-${process.pid}-${workers}`;
  const children = await Promise.all(
    Array.from({ length: workers }, () =>
      aProcess(servers.postgres, ['work', ...words, `${servers.redis}/7`, prefix]),
    ),
  );
  const quiet = () => undefined;
  const asker = createRedisRunner({
    redis: secret(`${servers.redis}/7`),
    prefix,
    clock: { now: () => new Date() },
    log: { info: quiet, warn: quiet, error: quiet },
    jobs: [scoreGroups],
    run: async () => ({}),
  });
  const began = performance.now();
  await asker.runNow(scoreGroups.name);
  const seconds = (performance.now() - began) / 1000;
  await asker.stop();
  for (const child of children) await end(child);
  return seconds;
}

/** The same night shared by BullMQ workers on PostgreSQL, scores written; needs the servers of scripts/servers.sh. */
export async function tellShared(size: { groups: number; lastDay: number }): Promise<void> {
  const postgres = process.env['NUANQUN_TEST_POSTGRES'];
  const redis = process.env['NUANQUN_TEST_REDIS'];
  if (!postgres || !redis) {
    console.log(
      '\nshared by workers: not measured; run `bash scripts/servers.sh npx tsx bench/score.ts` for it',
    );
    return;
  }
  const schema = `bench_${process.pid}_${Date.now()}`;
  const open = openPostgres(postgres, schema);
  await open.exclusively(raw => raw.run(`create schema ${schema}`));
  const words = [schema, String(size.lastDay), String(size.groups)];
  await end(await aProcess(postgres, ['fill', ...words]));
  const rows: string[][] = [];
  const week = weekOf(dayFromNumber(size.lastDay));
  for (const workers of [1, 2]) {
    const seconds = await timeWorkers({ postgres, redis }, words, workers);
    const scored = await open.rows(`select count(*) as n from scores where week = '${week}'`);
    rows.push([
      `${workers} worker process${workers > 1 ? 'es' : ''}`,
      seconds.toFixed(1),
      (size.groups / seconds).toFixed(0),
      String(scored[0]?.['n'] ?? 0),
    ]);
    await open.exclusively(async raw => {
      await raw.run(`delete from findings`);
      await raw.run(`delete from scores where week = '${week}'`);
    });
  }
  await open.close();
  console.log(`\n${size.groups} groups on PostgreSQL, shards shared through Redis, everything written`);
  console.log(columns([['a night', 'seconds', 'groups/s', 'scored'], ...rows]));
}
