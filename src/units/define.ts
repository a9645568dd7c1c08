import type { GroupAnalysis, MeasureValues } from '../analysis/group-analysis.ts';
import type { Pooled } from '../analysis/pooled.ts';
import type { PersonCounts } from './persons.ts';

/** Whole numbers of one group by name; null is unknown and adds nothing. */
export type Counts = Record<string, number | null>;

/** What the judged groups below a unit come to, as one measure sees it. */
export interface Totals {
  /** The sum over the groups that know it; null when none does. */
  sum(name: string): number | null;
  /** The largest value in any group; null when none knows it. */
  most(name: string): number | null;
  pooled: Omit<Pooled, 'lines' | 'usedLines'> & { lines: number | null; usedLines: number };
  /** False when the waits of some group with needs were not kept: then no median is told. */
  hasPooled: boolean;
  /** M19: questions that wait for an entry, each unit's once; null where that is not known. */
  staleClusters: number | null;
  /** Distinct persons over all groups; null where only the sums are known, which count a person once per group. */
  persons: PersonCounts | null;
}

/** 单位指标: one of M1 … M20 over the groups of a unit. */
export interface UnitMeasure {
  id: string;
  /** What one group adds; only whole numbers, so that neither order nor splitting matters. */
  counts(values: MeasureValues, analysis: GroupAnalysis): Counts;
  /** Of which of the group's values the unit tells the largest. */
  most?: readonly string[];
  /** The unit's values: counts as summed, shares reckoned anew from the sums. */
  values(totals: Totals): MeasureValues;
}

/**
 * The mould. To add a unit measure: one entry in a list of this folder. A share is never averaged over
 * groups: it is a sum divided by a sum.
 */
export const defineUnitMeasure = (mould: UnitMeasure): UnitMeasure => mould;

/** Some of a group's values as counts; what is no number is unknown. */
export function numbersIn(values: MeasureValues, ...names: readonly string[]): Counts {
  const counts: Counts = {};
  for (const name of names) {
    const value = values[name];
    counts[name] = typeof value === 'number' ? value : null;
  }
  return counts;
}

/** 1 where a group's value is as asked; unknown stays unknown. */
export const isIn = (values: MeasureValues, name: string, asked: unknown = true): number | null =>
  values[name] === undefined ? null : Number(values[name] === asked);

/** Part ÷ whole; null without a whole. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part !== null && whole !== null && whole > 0 ? part / whole : null;

/** `distinct` when a person in two groups was counted once, `upTo` when that could not be seen: then the number is at most. */
export const countedAs = ({ persons }: Totals): 'distinct' | 'upTo' => (persons ? 'distinct' : 'upTo');
