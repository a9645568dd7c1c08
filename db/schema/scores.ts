import type { Finding, GroupAnalysis, GroupState, UnitAnalysis } from '../../src/analysis/group-analysis.ts';
import type { GroupDay } from '../../src/analysis/group-day.ts';
import { bytes, index, instant, int, json, primaryKey, table, text } from '../columns.ts';

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

/**
 * 群包: the days of one group that any measure still looks back on, packed for scoring; made from `group_days` and the
 * declared rows, and made again from them at any time. People are slots in it, never ids.
 */
export const groupPacks = table(
  'group_packs',
  {
    groupId: text('group_id').notNull(),
    metrics: text('metrics').notNull(),
    /** 0-255, by the group's id: what one worker takes at a time. */
    shard: int('shard').notNull(),
    /** The last day in it. */
    throughDay: text('through_day').notNull(),
    pack: bytes('pack').notNull(),
    packedAt: instant('packed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.groupId, t.metrics] }),
    index('group_packs_shard').on(t.metrics, t.shard, t.groupId),
  ],
);

/** The state of a group after its last daily evaluation; the next day goes on from it (M4). */
export const standings = table(
  'standings',
  {
    groupId: text('group_id').notNull(),
    metrics: text('metrics').notNull(),
    day: text('day').notNull(),
    state: text('state').$type<GroupState>().notNull(),
    since: text('since').notNull(),
    raw: text('raw').$type<GroupState>().notNull(),
    streak: int('streak').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.metrics] })],
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

/** One unit's week: bands, measures over all groups below, findings. */
export const unitScores = table(
  'unit_scores',
  {
    unitId: text('unit_id').notNull(),
    week: text('week').notNull(),
    metrics: text('metrics').notNull(),
    analysis: json('analysis').$type<UnitAnalysis>().notNull(),
    scoredAt: instant('scored_at').notNull(),
  },
  t => [primaryKey({ columns: [t.unitId, t.week, t.metrics] })],
);

/** 每月一题: what the members of a unit needed in a week, by topic; nothing is kept of fewer than five persons. */
export const themes = table(
  'themes',
  {
    unitId: text('unit_id').notNull(),
    week: text('week').notNull(),
    /** The most persons first. */
    position: int('position').notNull(),
    topic: text('topic').notNull(),
    /** 服务线; null when none fits. */
    line: text('line'),
    /** Distinct persons, and needs, of this week; and persons of the week before, 0 for fewer than five, null for not known. */
    persons: int('persons').notNull(),
    needs: int('needs').notNull(),
    personsBefore: int('persons_before'),
    /** One member's words, redacted and with consent. */
    quote: text('quote'),
    /** What was quoted (an example, kept with consent), so that the quote goes with it. */
    quoteOfId: text('quote_of_id'),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.unitId, t.week, t.position] })],
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
