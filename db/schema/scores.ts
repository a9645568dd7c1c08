import type { Finding, GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import type { GroupDay } from '../../src/analysis/group-day.ts';
import { bytes, instant, int, json, primaryKey, table, text } from '../columns.ts';

/** Rollups, weekly scores and digests; each carries the version of the definitions that made it. */

export const groupDays = table(
  'group_days',
  {
    groupId: text('group_id').notNull(),
    day: text('day').notNull(),
    metrics: text('metrics').notNull(),
    row: json('row').$type<GroupDay>().notNull(),
    foldedAt: instant('folded_at').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.day, t.metrics] })],
);

export const scores = table(
  'scores',
  {
    groupId: text('group_id').notNull(),
    week: text('week').notNull(),
    metrics: text('metrics').notNull(),
    analysis: json('analysis').$type<Omit<GroupAnalysis, 'findings'>>().notNull(),
    scoredAt: instant('scored_at').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.week, t.metrics] })],
);

export const findings = table(
  'findings',
  {
    groupId: text('group_id').notNull(),
    week: text('week').notNull(),
    metrics: text('metrics').notNull(),
    detector: text('detector').notNull(),
    /** The gravest first, as the analysis ordered them. */
    position: int('position').notNull(),
    finding: json('finding').$type<Finding>().notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.week, t.metrics, t.detector] })],
);

export const digests = table(
  'digests',
  {
    leaderId: text('leader_id').notNull(),
    unitId: text('unit_id').notNull(),
    week: text('week').notNull(),
    text: text('text').notNull(),
    png: bytes('png'),
    composedAt: instant('composed_at').notNull(),
  },
  t => [primaryKey({ columns: [t.leaderId, t.unitId, t.week] })],
);
