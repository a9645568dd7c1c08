import { and, desc, eq, lt } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { jobRuns } from './schema.ts';

export type JobRun = typeof jobRuns.$inferSelect;

export async function saveJobRun(db: Db, run: JobRun): Promise<void> {
  await db
    .insert(jobRuns)
    .values(run)
    .onConflictDoUpdate({ target: [jobRuns.job, jobRuns.id], set: run });
}

export async function latestJobRuns(db: Db, limit: number): Promise<JobRun[]> {
  return db.select().from(jobRuns).orderBy(desc(jobRuns.startedAt)).limit(limit);
}

/** Runs are kept for a while only; they are no one's record. */
export async function forgetJobRuns(db: Db, job: string, before: Date): Promise<void> {
  await db.delete(jobRuns).where(and(eq(jobRuns.job, job), lt(jobRuns.startedAt, before)));
}
