import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterEach, expect, it } from 'vitest';
import { openPostgres } from '../../db/postgres.ts';
import { shardOf } from '../../src/packs/shard.ts';
import { serverOf } from '../support/servers.ts';

const redis = `${serverOf('NUANQUN_TEST_REDIS')}/6`;
const postgres = serverOf('NUANQUN_TEST_POSTGRES');
const SCRIPT = fileURLToPath(new URL('./shard-worker.ts', import.meta.url));
const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function until(isTrue: () => unknown, withinMs: number): Promise<void> {
  const began = Date.now();
  while (!(await isTrue())) {
    if (Date.now() - began > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** A process of shard-worker.ts, and all that it tells. */
async function aProcess(...args: string[]): Promise<{ child: ChildProcess; told: unknown[] }> {
  const told: unknown[] = [];
  const env = { ...process.env, DATABASE_URL: postgres };
  const child = fork(SCRIPT, args, { execArgv: ['--import', 'tsx'], env });
  endings.push(() => child.kill('SIGKILL'));
  child.on('message', word => told.push(word));
  await until(() => told.includes('ready'), 60_000);
  return { child, told };
}

const shardsIn = (told: readonly unknown[]): number[] =>
  told.filter((word): word is number => typeof word === 'number');

it('two processes share one scoring; one is killed in the middle, and every group is scored once', async () => {
  const schema = `shards_${process.pid}_${Date.now()}`;
  const open = openPostgres(postgres, schema);
  endings.push(() => open.close());
  await open.exclusively(raw => raw.run(`create schema ${schema}`));
  const furnisher = await aProcess('furnish', schema);
  furnisher.child.kill('SIGKILL');

  const prefix = `test-shards-${process.pid}`;
  const killed = await aProcess('work', schema, redis, prefix);
  const other = await aProcess('work', schema, redis, prefix);
  const connection = new Redis(redis, { maxRetriesPerRequest: null });
  endings.push(() => connection.disconnect());
  const queue = new Queue('jobs', { connection, prefix });
  const run = await queue.add('score-groups', {}, { attempts: 4 });
  await until(() => shardsIn(killed.told).length >= 2 && shardsIn(other.told).length >= 1, 30_000);
  const gone = once(killed.child, 'exit');
  killed.child.kill('SIGKILL');
  await gone;
  await until(async () => (await run.getState()) === 'completed', 60_000);

  const ids = (await open.rows('select id from groups')).map(row => String(row['id']));
  const scored = await open.rows('select group_id, count(*) as weeks from scores group by group_id');
  expect(ids.length).toBeGreaterThanOrEqual(30);
  expect(scored.map(row => String(row['group_id'])).sort()).toEqual(ids.sort());
  expect(new Set(scored.map(row => Number(row['weeks'])))).toEqual(new Set([8]));

  const begun = [...shardsIn(killed.told), ...shardsIn(other.told)];
  const due = new Set(ids.map(shardOf));
  expect(new Set(begun)).toEqual(due);
  // The one that the killed process was at is begun twice, no other.
  expect(begun.length).toBeLessThanOrEqual(due.size + 1);
  const report = (await queue.getJob(run.id ?? ''))?.returnvalue;
  expect(report).toEqual({ scored: ids.length * 8 });
}, 180_000);
