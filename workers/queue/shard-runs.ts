import { type Queue, type Job as Run, WaitingChildrenError } from 'bullmq';
import { z } from 'zod';
import { type Job, type JobReport, sumReports } from '../jobs/define.ts';
import type { RunShards } from './runner.ts';
import { RUN_OPTIONS } from './timetable.ts';

/** What a run carries: nothing, or the shard it stands for and the moment its job was begun at. */
const RunData = z.object({
  shard: z.number().optional(),
  at: z.number().optional(),
  isSpread: z.boolean().optional(),
});

const Report = z.record(z.string(), z.number());

/** One run of a job that has shards, and the token of the worker that holds it. */
export interface HeldRun {
  run: Run;
  token: string;
  queue: Queue;
  job: Job;
}

/** Puts a run for every shard into the queue; each under one id, so that doing it again adds none. */
async function spread({ run, queue, job }: HeldRun, shards: RunShards, now: Date): Promise<void> {
  const due = await shards.due(job, now);
  const own = (run.id ?? '').replaceAll(':', '_');
  await queue.addBulk(
    due.map(shard => ({
      name: job.name,
      data: { shard, at: now.getTime() },
      opts: {
        ...RUN_OPTIONS,
        jobId: `${own}_${shard}`,
        parent: { id: run.id ?? '', queue: run.queueQualifiedName },
        failParentOnFailure: true,
      },
    })),
  );
  await run.updateData({ isSpread: true, at: now.getTime() });
}

/**
 * Runs one shard, or spreads a job over its shards and, when all of them are done, gives the sum of their reports. Whoever
 * is free takes the next shard; the run that waits for them holds no worker.
 */
export async function runShards(held: HeldRun, shards: RunShards, now: Date): Promise<JobReport> {
  const { run, token, job } = held;
  const { shard, at, isSpread } = RunData.parse(run.data);
  const begunAt = at === undefined ? now : new Date(at);
  if (shard !== undefined) return shards.run(job, begunAt, shard);
  if (!isSpread) await spread(held, shards, begunAt);
  if (await run.moveToWaitingChildren(token)) throw new WaitingChildrenError();
  const reports = Object.values(await run.getChildrenValues()).map(report => Report.parse(report));
  const report = sumReports(reports);
  await shards.ended(job, begunAt, report);
  return report;
}
