import { Cron } from 'croner';
import type { Db } from '../../db/connect.ts';
import type { Config } from '../../src/config.ts';
import type { Digest } from '../../src/digest.ts';
import type { Log } from '../../src/log.ts';
import type { Clock } from '../../src/time.ts';

/** What a job did, as named counts for the log line: `{ reminded: 3, escalated: 1 }`. Never a name or a text. */
export type JobReport = Readonly<Record<string, number>>;

/** What every job is handed. `now` is the moment it runs, never taken from the machine. */
export interface JobContext {
  readonly db: Db;
  readonly now: Date;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
  /** Makes sure that dropped texts are gone from the files, as far as the engine can. */
  scrub(): Promise<void>;
  /** The digest's picture as PNG; drawn outside the jobs because fonts are read from files. */
  drawDigest(digest: Digest): Promise<Uint8Array>;
}

/**
 * One sweep over the database: it asks what is due at `now` and does it. It may be run at any time, late, or twice,
 * because what it leaves behind has a unique key; so no run needs to know which occurrence it stands for.
 */
export interface Job {
  /** Verb and object, kebab-case: the file's name. */
  readonly name: string;
  /** What it does, in Chinese, for the operator's desk. */
  readonly title: string;
  /** When, as a cron pattern of five fields in Asia/Shanghai: `0 9 * * 1` is Monday 09:00. */
  readonly every: string;
  run(ctx: JobContext): Promise<JobReport>;
  /** Its parts, where several workers may share it; `run` does them one after the other. */
  readonly shards?: Shards;
}

/** A job in parts that need nothing of each other; each may run late, twice, or beside the others. */
export interface Shards {
  /** The parts that there are, once for the whole job. */
  due(ctx: JobContext): Promise<readonly number[]>;
  run(ctx: JobContext, shard: number): Promise<JobReport>;
}

/** One report of many. */
export function sumReports(reports: readonly JobReport[]): JobReport {
  const sum: Record<string, number> = {};
  for (const report of reports)
    for (const [name, count] of Object.entries(report)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** The time zone of every `every`. */
export const JOB_ZONE = 'Asia/Shanghai';

/**
 * To add a job: one file beside this one that exports `defineJob({...})`, and one line in `index.ts`.
 * Throws at start when the name or the pattern could not work, because a job that never runs is noticed by nobody.
 */
export function defineJob(job: Job): Job {
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(job.name)) throw new Error(`a job's name is kebab-case: ${job.name}`);
  if (!new Cron(job.every, { timezone: JOB_ZONE, mode: '5-part' }).nextRun()) {
    throw new Error(`the job ${job.name} would never run: ${job.every}`);
  }
  return job;
}

/** A job whose parts several workers share on Redis; in one process they run one after the other. */
export function defineShardedJob(
  mould: Omit<Job, 'run' | 'shards'> & { due: Shards['due']; runShard: Shards['run'] },
): Job {
  const { due, runShard, ...job } = mould;
  return defineJob({
    ...job,
    shards: { due, run: runShard },
    async run(ctx) {
      const reports: JobReport[] = [];
      for (const shard of await due(ctx)) reports.push(await runShard(ctx, shard));
      return sumReports(reports);
    },
  });
}
