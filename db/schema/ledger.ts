import { instant, int, json, primaryKey, table, text } from '../columns.ts';

/** What happened to the installation itself: audit, job runs, settings, imports. */

/** Append-only, each row chained to the one before by its hash. */
export const audit = table('audit', {
  seq: int('seq').primaryKey(),
  at: instant('at').notNull(),
  byId: text('by_id'),
  act: text('act').notNull(),
  thing: text('thing').notNull(),
  data: json('data').$type<Record<string, unknown>>().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** Effects that leave no outbox row of their own; the key says once. */
export const effects = table('effects', { key: text('key').primaryKey(), at: instant('at').notNull() });

export const jobRuns = table(
  'job_runs',
  {
    job: text('job').notNull(),
    id: text('id').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    report: json('report').$type<Record<string, unknown>>(),
    error: text('error'),
  },
  t => [primaryKey({ columns: [t.job, t.id] })],
);

export const settings = table('settings', {
  key: text('key').primaryKey(),
  value: json('value').$type<unknown>().notNull(),
});

/** What was brought in, by the digest of the file, so that the same file is known again. */
export const imports = table('imports', {
  digest: text('digest').primaryKey(),
  at: instant('at').notNull(),
  kind: text('kind').notNull(),
  counts: json('counts').$type<Record<string, number>>().notNull(),
});
