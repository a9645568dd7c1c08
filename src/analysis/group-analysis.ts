import type { Pooled } from './pooled.ts';

/** What is said of a group on a day; the shape that `analyze` prints and the digest reads. Version 1 of metrics.md. */

export const METRICS_VERSION = '1';

/** M4, in the order in which the first that holds wins. */
export const GROUP_STATES = [
  'exempt',
  'unknown',
  'one-way',
  'cold',
  'busy-no-help',
  'bursty',
  'cooling',
  'healthy',
] as const;
export type GroupState = (typeof GROUP_STATES)[number];

export type Band = 'green' | 'yellow' | 'red' | 'grey';
export type NoHelp = 'unanswered-needs' | 'no-needs';
export type Severity = 'alarm' | 'warn' | 'note';

/** Six dimensions, 0-100 each, null where there are no data. */
export interface Dimensions {
  regular: number | null;
  interactive: number | null;
  warm: number | null;
  substantive: number | null;
  solving: number | null;
  satisfying: number | null;
}

export interface Finding {
  detector: string;
  severity: Severity;
  /** The numbers and the ids of the rows behind the finding. */
  evidence: Record<string, unknown>;
  /** 对症下药: what can be done this week, in Chinese, naming the need, the next act and the day. */
  prescription: string;
}

/** Named values of one measure; null is unknown, never zero. */
export type MeasureValues = Record<string, number | string | boolean | null>;

export interface GroupAnalysis {
  groupId: string;
  name: string;
  unitId: string;
  /** The Shanghai day the window of 30 days ends on. */
  day: string;
  /** The version of the definitions that made it. */
  metrics: string;
  state: GroupState;
  noHelp: NoHelp | null;
  band: Band;
  /** Geometric mean of the dimensions, 0-100; null with fewer than three. */
  overall: number | null;
  dimensions: Dimensions;
  /** Observation coverage, 0-1. */
  coverage: number;
  /** M1 … M20, those that could be computed. */
  measures: Record<string, MeasureValues>;
  /** What units add up beyond the measures; not there in scores that are older than units' measures. */
  pooled?: Pooled;
  notEvaluated: string[];
  findings: Finding[];
}

/** What is said of a unit: its groups counted and added up, never ranked; means of bands would be a ranking, so there are none. */
export interface UnitAnalysis {
  unitId: string;
  name: string;
  /** The latest day on which a window of its groups ends; null without groups. */
  day: string | null;
  metrics: string;
  groups: number;
  /** Groups that are neither unknown nor exempt; only these add to the measures. */
  judged: number;
  red: number;
  yellow: number;
  green: number;
  grey: number;
  /** Of the judged groups, 0-1; null without any. */
  shares: { red: number | null; yellow: number | null; green: number | null };
  /** M1 … M20 over the judged groups; M4 counts the states of all. */
  measures: Record<string, MeasureValues>;
  notEvaluated: string[];
  findings: Finding[];
}
