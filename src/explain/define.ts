import type { GroupView } from '../analysis/analyze-group.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import type { DailyState } from '../analysis/state.ts';

/** One row behind a number: plain fields, for a table. Members are counted in it, never listed; a cadre is 干部1. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A group as it was looked at. */
export interface ExplainSight extends GroupView {
  history: GroupHistory;
  /** The state of every day up to the window's end. */
  days(): readonly DailyState[];
  /** `cadre 1`, `cadre 2` …, the same throughout one explanation; no row carries an id or a name. */
  cadre(id: string): string;
  /** The id of a message as it was heard. */
  message(reference: string): string;
}

/** 数字背后的行: the rows behind one measure, one dimension or one finding. */
export interface RowKind {
  /** The measure, dimension or detector. */
  id: string;
  rows(sight: ExplainSight): Row[];
}

/**
 * The mould. To explain a new number: one file with `defineRows` and one line in index.ts. The number must be had again
 * from the rows by counting and dividing; the test does so.
 */
export const defineRows = (kind: RowKind): RowKind => kind;
