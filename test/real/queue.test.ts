import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { secret } from '../../src/redact.ts';
import type { Job } from '../../workers/jobs/define.ts';
import { createRedisRunner, type RedisRunnerParts } from '../../workers/queue/redis-runner.ts';
import type { RunJob } from '../../workers/queue/runner.ts';
import { openJobRunner } from '../../workers/queue.ts';
import { serverOf } from '../support/servers.ts';

// A database of its own, so that flushing it touches nobody else.
const url = `${serverOf('NUANQUN_TEST_REDIS')}/5`;
const YEARLY = '0 0 1 1 *';
const EVERY_SECOND = '* * * * * *';
let count = 0;
const endings: (() => unknown)[] = [];

/** Straight to the server, past the queue. */
function openServer(): Redis {
  const redis = new Redis(url);
  endings.push(() => redis.disconnect());
  return redis;
}

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const aJob = (name: string, every = YEARLY): Job => ({ name, title: name, every, run: async () => ({}) });

function aLog() {
  const lines: string[] = [];
  const put = (_fields: Record<string, unknown>, says: string) => void lines.push(says);
  const log: Log = { info: put, warn: put, error: put };
  return { log, lines };
}

function aRunner(jobs: Job[], run: RunJob, more: Partial<RedisRunnerParts> = {}) {
  const prefix = more.prefix ?? `test-${process.pid}-${++count}`;
  const { log, lines } = aLog();
  const clock = { now: () => new Date() };
  const runner = createRedisRunner({ jobs, run, clock, log, redis: secret(url), ...more, prefix });
  endings.push(() => runner.stop());
  return { runner, prefix, lines };
}

function openQueue(prefix: string): Queue {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue('jobs', { connection, prefix });
  connection.on('error', () => undefined);
  queue.on('error', () => undefined);
  endings.push(() => connection.disconnect());
  return queue;
}

async function until(isTrue: () => unknown, withinMs: number): Promise<number> {
  const began = Date.now();
  while (!(await isTrue())) {
    if (Date.now() - began > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return Date.now() - began;
}

const namesOn = async (queue: Queue): Promise<string[]> =>
  (await queue.getJobSchedulers(0, -1)).map(each => each.key).sort();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function aRedisServer(port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  endings.push(() => server.kill('SIGKILL'));
  let says = '';
  server.stdout.on('data', chunk => {
    says += chunk;
  });
  await until(() => says.includes('Ready to accept connections'), 10_000);
  return server;
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('jobs on Redis', () => {
  it('run on their schedule, once for every occurrence although two processes serve it', async () => {
    const ran: Date[] = [];
    const run: RunJob = async (_job, now) => {
      ran.push(now);
      return { reminded: 1 };
    };
    const jobs = [aJob('remind', EVERY_SECOND)];
    const { runner, prefix, lines } = aRunner(jobs, run);
    const second = aRunner(jobs, run, { prefix });
    await runner.start();
    await second.runner.start();
    await until(() => ran.length >= 4, 10_000);
    const seconds = ran.map(now => Math.floor(now.getTime() / 1000));
    expect(new Set(seconds).size).toBe(seconds.length);
    expect([...lines, ...second.lines]).toContain('job done');
  });

  it('stand in the timetable at Shanghai’s hours: Monday 09:00 is 01:00 UTC', async () => {
    const { runner, prefix } = aRunner([aJob('send-digest', '0 9 * * 1')], async () => ({}));
    await runner.start();
    const [found] = await openQueue(prefix).getJobSchedulers(0, -1);
    const next = new Date(found?.next ?? 0);
    expect([next.getUTCDay(), next.getUTCHours(), next.getUTCMinutes()]).toEqual([1, 1, 0]);
    expect(next.getTime()).toBeGreaterThan(Date.now());
  });

  it('run at once when asked for, and give their report', async () => {
    const { runner } = aRunner([aJob('score')], async (job, now) => ({ [job.name]: now.getFullYear() }));
    await runner.start();
    expect(await runner.runNow('score')).toEqual({ score: new Date().getFullYear() });
    await expect(runner.runNow('scoer')).rejects.toThrow('There is no job scoer; there are score');
  });

  it('asked for by a process that has no worker are run by one that has', async () => {
    const { runner, prefix } = aRunner([aJob('score')], async () => ({ here: 1 }));
    await runner.start();
    const asker = aRunner([aJob('score')], async () => ({ there: 1 }), { prefix });
    expect(await asker.runner.runNow('score')).toEqual({ here: 1 });
  });

  it('by hand that fail tell the one who asked', async () => {
    const { runner } = aRunner([aJob('score')], () => Promise.reject(new Error('disk full')));
    await runner.start();
    await expect(runner.runNow('score')).rejects.toThrow('disk full');
  });

  it('whose name is unknown are nobody’s; those a program no longer has leave the timetable', async () => {
    const { runner, prefix } = aRunner([aJob('old'), aJob('kept')], async () => ({}));
    await runner.start();
    await runner.stop();
    const queue = openQueue(prefix);
    expect(await namesOn(queue)).toEqual(['kept', 'old']);
    await aRunner([aJob('kept'), aJob('new')], async () => ({}), { prefix }).runner.start();
    expect(await namesOn(queue)).toEqual(['kept', 'new']);
  });

  it('are given a new time when the program changes it', async () => {
    const { runner, prefix } = aRunner([aJob('score', '0 6 * * 1')], async () => ({}));
    await runner.start();
    await runner.stop();
    await aRunner([aJob('score', '0 7 * * 1')], async () => ({}), { prefix }).runner.start();
    const queue = openQueue(prefix);
    const found = await queue.getJobSchedulers(0, -1);
    expect(found.map(each => [each.key, each.pattern])).toEqual([['score', '0 7 * * 1']]);
    expect(await queue.getDelayedCount()).toBe(1);
  });
});

describe('a failing job on Redis', () => {
  it('is tried again three times and logged once', async () => {
    let tries = 0;
    const { runner, prefix, lines } = aRunner(
      [aJob('digest')],
      async () => {
        tries++;
        throw new Error('disk full');
      },
      { firstPauseMs: 50 },
    );
    await runner.start();
    const scheduled = await openQueue(prefix).getDelayed();
    await scheduled[0]?.promote();
    await until(() => lines.length > 0, 10_000);
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(tries).toBe(4);
    expect(lines).toEqual(['job failed']);
  });

  it('by a refusal is not tried again', async () => {
    let tries = 0;
    const { runner, prefix, lines } = aRunner(
      [aJob('digest')],
      async () => {
        tries++;
        throw new Failure('no-such-group', 'no such group');
      },
      { firstPauseMs: 50 },
    );
    await runner.start();
    const scheduled = await openQueue(prefix).getDelayed();
    await scheduled[0]?.promote();
    await until(() => lines.length > 0, 10_000);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(tries).toBe(1);
  });
});

describe('when something dies', () => {
  const worker = fileURLToPath(new URL('./queue-worker.ts', import.meta.url));

  async function aProcess(prefix: string, lastsMs: number): Promise<{ child: ChildProcess; told: string[] }> {
    const told: string[] = [];
    const child = fork(worker, [url, prefix, String(lastsMs)], { execArgv: ['--import', 'tsx'] });
    endings.push(() => child.kill('SIGKILL'));
    child.on('message', word => told.push(String(word)));
    await until(() => told.includes('ready'), 20_000);
    return { child, told };
  }

  it('a worker killed in the middle of a job: another takes the job over within ten seconds', async () => {
    const prefix = `test-${process.pid}-${++count}`;
    const { child, told } = await aProcess(prefix, 60_000);
    await openQueue(prefix).add('score', {}, { attempts: 4 });
    await until(() => told.includes('began'), 5000);

    let taken = 0;
    const { runner } = aRunner(
      [aJob('score')],
      async () => {
        taken++;
        return {};
      },
      { prefix },
    );
    await runner.start();
    await end(child);
    const ms = await until(() => taken > 0, 10_000);
    expect(ms).toBeGreaterThan(500);
    await new Promise(resolve => setTimeout(resolve, 1000));
    expect(taken).toBe(1);
  });

  it('a worker told to stop ends the job it is at, and nobody runs it again', async () => {
    const prefix = `test-${process.pid}-${++count}`;
    const { child, told } = await aProcess(prefix, 1500);
    const queue = openQueue(prefix);
    await queue.add('score', {}, { attempts: 4 });
    await until(() => told.includes('began'), 5000);
    const gone = once(child, 'exit');
    child.send('stop');
    await gone;
    expect(told).toContain('ended');
    expect(await queue.getCompletedCount()).toBe(1);
    expect(await queue.getActiveCount()).toBe(0);
  });

  it('an occurrence missed while no process ran is run once when one comes back', async () => {
    let ran = 0;
    const jobs = [aJob('remind', EVERY_SECOND)];
    const run: RunJob = async () => ({ ran: ++ran });
    const first = aRunner(jobs, run);
    await first.runner.start();
    await first.runner.stop();
    const before = ran;
    await new Promise(resolve => setTimeout(resolve, 3200));
    const queue = openQueue(first.prefix);
    expect((await queue.getDelayed()).length + (await queue.getWaiting()).length).toBe(1);
    await aRunner(jobs, run, { prefix: first.prefix }).runner.start();
    await until(() => ran > before, 2000);
    expect(ran - before).toBeLessThanOrEqual(2);
  });

  it('Redis flushed loses nothing: the next start writes the timetable again', async () => {
    const { runner, prefix } = aRunner([aJob('score'), aJob('digest')], async () => ({}));
    await runner.start();
    await runner.stop();
    const queue = openQueue(prefix);
    await openServer().flushdb();
    expect(await namesOn(queue)).toEqual([]);
    let ran = 0;
    const jobs = [aJob('score', EVERY_SECOND), aJob('digest')];
    await aRunner(jobs, async () => ({ ran: ++ran }), { prefix }).runner.start();
    expect(await namesOn(queue)).toEqual(['digest', 'score']);
    await until(() => ran > 0, 5000);
  });

  it('Redis flushed while the worker runs is mended without a restart', async () => {
    let ran = 0;
    const jobs = [aJob('score', EVERY_SECOND)];
    const { runner } = aRunner(jobs, async () => ({ ran: ++ran }), { mendEveryMs: 300 });
    await runner.start();
    await until(() => ran > 0, 5000);
    await openServer().flushdb();
    const before = ran;
    await until(() => ran > before + 1, 8000);
  });

  it('an occurrence deleted by hand is written again', async () => {
    const { runner, prefix } = aRunner([aJob('score')], async () => ({}), { mendEveryMs: 200 });
    await runner.start();
    const queue = openQueue(prefix);
    const server = openServer();
    const scheduler = (await queue.getJobSchedulers(0, -1))[0];
    await server.del(queue.toKey(`repeat:score:${scheduler?.next}`));
    await server.zadd(queue.toKey('repeat'), Date.now() - 400_000, 'score');
    await until(async () => ((await queue.getJobSchedulers(0, -1))[0]?.next ?? 0) > Date.now(), 5000);
  });

  it('Redis itself, coming back empty after a while: jobs run on, and the outage is one line', async () => {
    const port = await freePort();
    const server = await aRedisServer(port);
    let ran = 0;
    const { runner, lines } = aRunner([aJob('remind', EVERY_SECOND)], async () => ({ ran: ++ran }), {
      redis: secret(`redis://127.0.0.1:${port}`),
    });
    await runner.start();
    await until(() => ran > 0, 5000);
    await end(server);
    await new Promise(resolve => setTimeout(resolve, 3000));
    const before = ran;
    await aRedisServer(port);
    await until(() => ran > before + 1, 12_000);
    expect(lines.filter(says => says.includes('does not answer'))).toHaveLength(1);
    expect(lines.filter(says => says.includes('answers again'))).toHaveLength(1);
    expect(lines.filter(says => says === 'job failed')).toEqual([]);
  });

  it('a runner whose Redis is away still stops within its deadline', async () => {
    const port = await freePort();
    const server = await aRedisServer(port);
    const { runner } = aRunner([aJob('remind')], async () => ({}), {
      redis: secret(`redis://127.0.0.1:${port}`),
      stopWithinMs: 1000,
    });
    await runner.start();
    await end(server);
    const began = Date.now();
    await runner.stop();
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it('a Redis that is not there at the start is named, with the cure and without its password', async () => {
    const { log } = aLog();
    const runner = await openJobRunner({
      jobs: [aJob('remind')],
      run: async () => ({}),
      clock: { now: () => new Date() },
      log,
      redis: secret(`redis://:s3cr3t@127.0.0.1:${await freePort()}`),
    });
    endings.push(() => runner.stop());
    const told = await runner.start().catch(error => error);
    expect(told).toBeInstanceOf(Failure);
    expect(String(told)).toMatch(/Redis at .* does not answer: start it, or leave REDIS_URL empty/);
    expect(String(told)).not.toContain('s3cr3t');
  });
});
