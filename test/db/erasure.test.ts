import { readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ERASURE } from '../../db/erase-person.ts';
import { swappedTables } from '../../db/erasing/swap-everywhere.ts';
import * as schema from '../../db/schema.ts';
import { swapId } from '../../src/swap-id.ts';
import { jobs } from '../../workers/jobs/index.ts';
import { writeTimetable } from '../../workers/queue/timetable.ts';

const tables = Object.values(schema).map(table => getTableName(table));

describe('when somebody has their data deleted', () => {
  it('it is said of every table what becomes of it', () => {
    expect(Object.keys(ERASURE).sort()).toEqual([...tables].sort());
  });

  it('every table but the audit and the leases is searched for the id', () => {
    expect(tables.filter(name => !swappedTables().has(name)).sort()).toEqual(['audit', 'leases']);
  });
});

describe('an id', () => {
  const swap = swapId('p-1', 'gone-7');
  it.each([
    ['p-1', 'gone-7'],
    ['survey/p-1/2026-11', 'survey/gone-7/2026-11'],
    ['p-12', 'p-12'],
    ['xp-1', 'xp-1'],
    ['p-1-2', 'p-1-2'],
  ])('%s becomes %s', (before, after) => expect(swap(before)).toBe(after));

  it('is found in JSON of any depth, in names of fields too', () => {
    const at = new Date(0);
    expect(swap({ a: [{ byId: 'p-1', n: 1, at }], 'p-1': null })).toEqual({
      a: [{ byId: 'gone-7', n: 1, at }],
      'gone-7': null,
    });
  });
});

describe('the queue', () => {
  it('carries the names of jobs and nothing of anybody', async () => {
    const carried: unknown[] = [];
    const queue = {
      getJobSchedulers: async () => [],
      upsertJobScheduler: async (_: string, __: unknown, template: unknown) => void carried.push(template),
    };
    await writeTimetable(queue as never, jobs, new Date('2026-11-24T10:00:00+08:00'));
    expect(carried).toHaveLength(jobs.length);
    for (const each of carried) expect(each).toMatchObject({ data: {} });
    const added = readFileSync(new URL('../../workers/queue/redis-runner.ts', import.meta.url), 'utf8').match(
      /queue\.add\(.*/gu,
    );
    expect(added).toEqual([expect.stringContaining('queue.add(job.name, {}, ')]);
  });
});
