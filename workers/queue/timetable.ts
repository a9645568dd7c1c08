import type { JobSchedulerJson, Queue } from 'bullmq';
import { JOB_ZONE, type Job } from '../jobs/define.ts';
import { RETRIES } from './runner.ts';

/** How a run is tried and how long Redis remembers it; what it did stands in the database. */
export const RUN_OPTIONS = {
  attempts: 1 + RETRIES,
  backoff: { type: 'paced' },
  removeOnComplete: { age: 3600, count: 200 },
  removeOnFail: { age: 7 * 86_400, count: 500 },
};

/** An occurrence this late without a job to run it was lost, e.g. deleted by hand. */
const LOST_AFTER_MS = 300_000;

const isSame = (found: JobSchedulerJson, job: Job): boolean =>
  found.pattern === job.every &&
  found.tz === JOB_ZONE &&
  JSON.stringify(found.template?.opts) === JSON.stringify(RUN_OPTIONS);

async function isLost(queue: Queue, found: JobSchedulerJson, now: Date): Promise<boolean> {
  if (found.next === undefined) return true;
  if (found.next > now.getTime() - LOST_AFTER_MS) return false;
  return !(await queue.getJob(`repeat:${found.key}:${found.next}`));
}

/**
 * Writes the timetable of the jobs into Redis where it is missing, changed or broken. What stands there rightly is
 * left alone, so that an occurrence missed while no process ran is still waiting, and runs once.
 */
export async function writeTimetable(queue: Queue, jobs: readonly Job[], now: Date): Promise<void> {
  const found = new Map((await queue.getJobSchedulers(0, -1)).map(each => [each.key, each]));
  for (const job of jobs) {
    const known = found.get(job.name);
    if (known && isSame(known, job) && !(await isLost(queue, known, now))) continue;
    const template = { name: job.name, data: {}, opts: RUN_OPTIONS };
    await queue.upsertJobScheduler(job.name, { pattern: job.every, tz: JOB_ZONE }, template);
  }
}

/** Takes jobs off the timetable that the program no longer has. */
export async function clearTimetable(queue: Queue, jobs: readonly Job[]): Promise<void> {
  const names = new Set(jobs.map(job => job.name));
  for (const { key } of await queue.getJobSchedulers(0, -1)) {
    if (!names.has(key)) await queue.removeJobScheduler(key);
  }
}
