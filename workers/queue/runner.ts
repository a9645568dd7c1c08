import { Failure, isFailure } from '../../src/errors.ts';
import { faultWords } from '../../src/fault-words.ts';
import type { Log } from '../../src/log.ts';
import type { Clock } from '../../src/time.ts';
import type { Job, JobReport } from '../jobs/define.ts';

/** Whatever makes the jobs run on time: inside this process, or shared by several through Redis. */
export interface JobRunner {
  /** Begins to run jobs as they fall due. Throws Failure('server-missing') when what it needs does not answer. */
  start(): Promise<void>;
  /** Lets the running job end, within a deadline, and begins no other. */
  stop(): Promise<void>;
  /**
   * Runs one job once, now and without retries, and gives its report; throws with the message it threw with,
   * Failure('wrong-usage') for an unknown name.
   */
  runNow(name: string): Promise<JobReport>;
}

/** Runs one job at the moment given; made where the doors meet, which know what a job is handed. */
export type RunJob = (job: Job, now: Date) => Promise<JobReport>;

/** The parts of a job that has some, each with all it needs. */
export interface RunShards {
  due(job: Job, now: Date): Promise<readonly number[]>;
  run(job: Job, now: Date, shard: number): Promise<JobReport>;
  /** All parts of a job begun at `startedAt` are done. */
  ended(job: Job, startedAt: Date, report: JobReport): Promise<void>;
}

/** What both runners are made of. */
export interface RunnerParts {
  readonly jobs: readonly Job[];
  readonly run: RunJob;
  /** Lets several processes share a job; without it, and in one process, a job is run whole. */
  readonly shards?: RunShards;
  readonly clock: Clock;
  readonly log: Log;
  /** Pause before the first retry; it doubles. Default 5 s. */
  readonly firstPauseMs?: number;
  /** How long `stop` waits for the running job. Default 20 s. */
  readonly stopWithinMs?: number;
}

/** Tries after the first that a failing run is given. */
export const RETRIES = 3;
export const FIRST_PAUSE_MS = 5000;
export const STOP_WITHIN_MS = 20_000;

/** A refusal or damaged input will be the same at the next try; everything else may pass. */
export const isWorthRetrying = (error: unknown): boolean =>
  !isFailure(error, 'refusal') && !isFailure(error, 'damaged');

/** Milliseconds before retry 1, 2, 3: the doubled pause, or longer where the failure itself asks for it. */
export const pauseBefore = (retry: number, firstPauseMs: number, error: unknown): number =>
  Math.max(isFailure(error) ? error.waitMs : 0, firstPauseMs * 2 ** (retry - 1));

/** The job of that name; Failure('wrong-usage') names those there are. */
export function jobNamed(jobs: readonly Job[], name: string): Job {
  const job = jobs.find(each => each.name === name);
  if (!job) {
    throw new Failure(
      'wrong-usage',
      `There is no job ${name}; there are ${jobs.map(each => each.name).join(', ')}`,
    );
  }
  return job;
}

/** One line for a run that did something; a sweep that found nothing is not worth a line. */
export function logReport(log: Log, job: Job, report: JobReport): void {
  if (Object.values(report).some(count => count !== 0)) log.info({ job: job.name, ...report }, 'job done');
}

/** The one line for a run that failed for good. */
export const logFailure = (log: Log, name: string, error: unknown): void =>
  log.error({ job: name, error: faultWords(error instanceof Error ? error.message : error) }, 'job failed');

/** Resolves when `work` does or after `ms`, whichever is first; true when `work` was first. */
export function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), ms);
    const end = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(end, end);
  });
}
