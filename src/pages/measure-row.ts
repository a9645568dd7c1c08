import type { MeasureValues } from '../analysis/group-analysis.ts';

/** One number of a group as a leader reads it: a plain name, how it is said, and what it means (metrics.md). */
export interface MeasureRow {
  /** The measure, `M1`. */
  id: string;
  name: string;
  definition: string;
  /** Null where the data are missing: the page then says 未知. */
  say(values: MeasureValues): string | null;
}
