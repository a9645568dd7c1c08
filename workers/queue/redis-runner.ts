import { Queue, QueueEvents, type Job as Run, UnrecoverableError, Worker } from 'bullmq';
import { z } from 'zod';
import { Failure } from '../../src/errors.ts';
import type { Secret } from '../../src/redact.ts';
import { createOutageLog, isReadyWithin, openRedis } from './connection.ts';
import {
  FIRST_PAUSE_MS,
  isWorthRetrying,
  type JobRunner,
  jobNamed,
  logFailure,
  logReport,
  pauseBefore,
  type RunnerParts,
  STOP_WITHIN_MS,
  within,
} from './runner.ts';
import { runShards } from './shard-runs.ts';
import { clearTimetable, RUN_OPTIONS, writeTimetable } from './timetable.ts';

export interface RedisRunnerParts extends RunnerParts {
  readonly redis: Secret;
  /** Before every key, so that several installations can share a Redis. Default `nuanqun`. */
  readonly prefix?: string;
  /** How often a timetable that was flushed while running is mended. Default 30 s. */
  readonly mendEveryMs?: number;
}

const QUEUE = 'jobs';
const ANSWER_WITHIN_MS = 10_000;
const RUN_NOW_WITHIN_MS = 600_000;
const JobReport = z.record(z.string(), z.number());

/** A worker that dies is noticed within lock + check = 7 s, and its run is begun again by another. */
const TAKE_OVER = { lockDuration: 5000, stalledInterval: 2000, maxStalledCount: 5 };

const isLastTry = (run: Run, error: Error): boolean =>
  error instanceof UnrecoverableError || run.attemptsMade >= (run.opts.attempts ?? 1);

function createPerform({ jobs, run: runWhole, shards, clock, log }: RunnerParts, queue: Queue) {
  return async (run: Run, token = '') => {
    const job = jobNamed(jobs, run.name);
    const now = clock.now();
    try {
      const report =
        shards && job.shards
          ? await runShards({ run, token, queue, job }, shards, now)
          : await runWhole(job, now);
      logReport(log, job, report);
      return report;
    } catch (error) {
      if (isWorthRetrying(error)) throw error;
      throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
    }
  };
}

/** Runs the jobs through Redis: several processes share them, and one that dies is replaced. At least once, always. */
export function createRedisRunner(parts: RedisRunnerParts): JobRunner {
  const { jobs, clock, log, redis, prefix = 'nuanqun', mendEveryMs = 30_000 } = parts;
  const { firstPauseMs = FIRST_PAUSE_MS, stopWithinMs = STOP_WITHIN_MS } = parts;
  const outage = createOutageLog(log, redis);
  const connection = openRedis(redis, outage);
  const queue = new Queue(QUEUE, { connection, prefix });
  queue.on('error', outage.noticed);
  let worker: Worker | undefined;
  let events: QueueEvents | undefined;
  let mending: NodeJS.Timeout | undefined;
  let isMending = false;

  async function mend(): Promise<void> {
    if (isMending) return;
    isMending = true;
    await writeTimetable(queue, jobs, clock.now()).catch(outage.noticed);
    isMending = false;
  }

  function openWorker(): Worker {
    const opened = new Worker(QUEUE, createPerform(parts, queue), {
      connection,
      prefix,
      concurrency: 1,
      autorun: false,
      ...TAKE_OVER,
      settings: {
        backoffStrategy: (tries, _type, error) => pauseBefore(tries, firstPauseMs, error),
      },
    });
    opened.on('error', outage.noticed);
    opened.on('failed', (run, error) => {
      if (!run || isLastTry(run, error)) logFailure(log, run?.name ?? 'unknown', error);
    });
    return opened;
  }

  function openEvents(): QueueEvents {
    const opened = new QueueEvents(QUEUE, { connection: connection.duplicate(), prefix });
    opened.on('error', outage.noticed);
    return opened;
  }

  async function needRedis(): Promise<void> {
    if (await isReadyWithin(connection, ANSWER_WITHIN_MS)) return;
    throw new Failure(
      'server-missing',
      `Redis at ${redis} does not answer: start it, or leave REDIS_URL empty to run without it`,
      ANSWER_WITHIN_MS,
    );
  }

  return {
    async start() {
      await needRedis();
      await clearTimetable(queue, jobs);
      await writeTimetable(queue, jobs, clock.now());
      worker = openWorker();
      void worker.run().catch(outage.noticed);
      // Redis may come back empty.
      connection.on('ready', mend);
      mending = setInterval(mend, mendEveryMs);
    },

    async runNow(name) {
      const job = jobNamed(jobs, name);
      await needRedis();
      events ??= openEvents();
      await events.waitUntilReady();
      const run = await queue.add(job.name, {}, { ...RUN_OPTIONS, attempts: 1 });
      return JobReport.parse(await run.waitUntilFinished(events, RUN_NOW_WITHIN_MS));
    },

    async stop() {
      clearInterval(mending);
      connection.off('ready', mend);
      const closing = Promise.all([worker?.close(), events?.close()]).then(() => queue.close());
      if (!(await within(stopWithinMs, closing))) {
        log.warn({}, 'the running job did not end in time; another process will begin it again');
        await within(1000, Promise.all([worker?.disconnect(), events?.disconnect()]));
      }
      connection.disconnect();
    },
  };
}
