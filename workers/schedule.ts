import { Cron } from 'croner';
import { JOB_ZONE, type Job, type JobReport } from './jobs/define.ts';
import {
  FIRST_PAUSE_MS,
  isWorthRetrying,
  type JobRunner,
  jobNamed,
  logFailure,
  logReport,
  pauseBefore,
  RETRIES,
  type RunnerParts,
  STOP_WITHIN_MS,
  within,
} from './queue/runner.ts';

/** The jobs' timetable inside one process. A virtual clock steps through it by `nextAt` and `runDue`. */
export interface Schedule extends JobRunner {
  /** The first moment after `after` at which a job is due, retries included. Runs nothing. */
  nextAt(after: Date): Date;
  /**
   * Runs every job that has fallen due up to and including `until`, each once however many occurrences
   * were missed, one at a time in the order of the list, with `until` as their now. Gives the names of those run.
   */
  runDue(until: Date): Promise<string[]>;
}

export interface ScheduleParts extends RunnerParts {
  /** Occurrences after this moment count as missed and are made up for. Default: the clock's now. */
  readonly since?: Date;
  /** How often `start` looks at the clock. Default 1 s. */
  readonly tickMs?: number;
}

interface Entry {
  readonly job: Job;
  readonly cron: Cron;
  occursAt: number;
  retry: { at: number; count: number; error: unknown } | null;
}

const NEVER = 8.64e15;

const occurrenceAfter = (cron: Cron, after: number): number =>
  cron.nextRun(new Date(after))?.getTime() ?? NEVER;

const dueAt = (entry: Entry): number => Math.min(entry.occursAt, entry.retry?.at ?? NEVER);

function firstAfter(entry: Entry, after: number): number {
  const occursAt = entry.occursAt > after ? entry.occursAt : occurrenceAfter(entry.cron, after);
  const retryAt = entry.retry?.at ?? NEVER;
  return retryAt > after ? Math.min(occursAt, retryAt) : occursAt;
}

const enter = (job: Job, since: Date): Entry => {
  // Croner only reckons here; it sets no timer when it is given no function.
  const cron = new Cron(job.every, { timezone: JOB_ZONE, mode: '5-part' });
  return { job, cron, occursAt: occurrenceAfter(cron, since.getTime()), retry: null };
};

function createTryOne({ run, log, firstPauseMs = FIRST_PAUSE_MS }: RunnerParts) {
  return async (entry: Entry, now: Date): Promise<void> => {
    const at = now.getTime();
    const isRetry = entry.occursAt > at;
    const earlier = entry.retry;
    if (earlier && !isRetry) logFailure(log, entry.job.name, earlier.error);
    if (!isRetry) entry.occursAt = occurrenceAfter(entry.cron, at);
    entry.retry = null;
    try {
      logReport(log, entry.job, await run(entry.job, now));
    } catch (error) {
      const count = isRetry && earlier ? earlier.count + 1 : 1;
      if (count > RETRIES || !isWorthRetrying(error)) logFailure(log, entry.job.name, error);
      else entry.retry = { at: at + pauseBefore(count, firstPauseMs, error), count, error };
    }
  };
}

/** Runs the jobs inside this process: no server, no state outside the database. */
export function createSchedule(parts: ScheduleParts): Schedule {
  const { jobs, run, clock, since = clock.now(), tickMs = 1000, stopWithinMs = STOP_WITHIN_MS } = parts;
  const entries = jobs.map(job => enter(job, since));
  const tryOne = createTryOne(parts);
  let turn: Promise<unknown> = Promise.resolve();
  let ticking: NodeJS.Timeout | undefined;
  let isTicking = false;
  let isStopping = false;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  const runDue = (until: Date): Promise<string[]> =>
    inTurn(async () => {
      const ran: string[] = [];
      for (const entry of entries) {
        if (isStopping) break;
        if (dueAt(entry) > until.getTime()) continue;
        await tryOne(entry, until);
        ran.push(entry.job.name);
      }
      return ran;
    });

  async function tick(): Promise<void> {
    if (isTicking) return;
    isTicking = true;
    await runDue(clock.now());
    isTicking = false;
  }

  return {
    nextAt: after => new Date(Math.min(NEVER, ...entries.map(entry => firstAfter(entry, after.getTime())))),
    runDue,
    runNow: async (name): Promise<JobReport> => {
      const job = jobNamed(jobs, name);
      return inTurn(() => run(job, clock.now()));
    },
    async start() {
      isStopping = false;
      ticking ??= setInterval(tick, tickMs);
      void tick();
    },
    async stop() {
      isStopping = true;
      clearInterval(ticking);
      ticking = undefined;
      await within(stopWithinMs, turn);
    },
  };
}
