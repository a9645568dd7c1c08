import type { Finding, Severity, UnitAnalysis } from '../analysis/group-analysis.ts';

/** A unit as added up, with the units right below it in the order they were declared. */
export interface UnitSight {
  unit: UnitAnalysis;
  below: readonly UnitAnalysis[];
  /** The Shanghai day that the unit is looked at. */
  day: string;
}

/** What one of the unit detectors found. */
export type UnitFound = Pick<Finding, 'evidence' | 'prescription'>;

/** 单位检测项: one failure that the speech names, as a rule over the units below a unit. */
export interface UnitDetector {
  name: string;
  /** In Chinese, as the pages head it. */
  title: string;
  /** The number in mission.md and the words of the speech it answers. */
  quotation: { number: string; words: string };
  severity: Severity;
  detect(sight: UnitSight): UnitFound | null | 'no-data';
}

/**
 * The mould. To add a unit detector: one file with `defineUnitDetector`, one line in index.ts, one fixture that must be
 * found and one look-alike that must not. `detect` gives null when all is well or there is nothing to compare, 'no-data'
 * when it cannot know. Neither evidence nor prescription says which unit is better or worse than another.
 */
export const defineUnitDetector = (mould: UnitDetector): UnitDetector => mould;
