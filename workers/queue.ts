import type { Secret } from '../src/redact.ts';
import type { JobRunner, RunnerParts } from './queue/runner.ts';
import { createSchedule } from './schedule.ts';

export type { JobRunner, RunJob, RunShards } from './queue/runner.ts';

/**
 * The runner of the jobs: shared through Redis where there is one, inside this process otherwise.
 * Same jobs, same retries, and the same promise: every run may come late or twice, none is lost for good.
 */
export async function openJobRunner(parts: RunnerParts & { redis: Secret | null }): Promise<JobRunner> {
  const { redis } = parts;
  if (!redis) return createSchedule(parts);
  const { createRedisRunner } = await import('./queue/redis-runner.ts');
  return createRedisRunner({ ...parts, redis });
}
