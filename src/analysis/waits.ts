import { MINUTE_MS } from '../time.ts';
import type { Wait } from './measures/m07-answered.ts';

/**
 * Waits of many groups as counts in buckets that grow by the same ratio, so that every wait is rounded by 2 % at most and
 * a province needs kilobytes: the mapping of C. Masson, J. E. Rim, H. K. Lee, DDSketch, PVLDB 12 (2019) 2195-2205.
 * Who still waits is counted apart, because Kaplan and Meier need it.
 */

/** `[bucket, answered, still waiting]`, the shortest wait first. */
export type WaitRow = [bucket: number, answered: number, waiting: number];

/** Largest relative error of a wait. */
export const WAIT_ERROR = 0.02;
const RATIO = (1 + WAIT_ERROR) / (1 - WAIT_ERROR);
/** Minutes; what is shorter counts as no wait at all. */
const SHORTEST = 1 / 60;
/** The bucket of no wait; below every other. */
const NONE = Math.ceil(Math.log(SHORTEST) / Math.log(RATIO)) - 1;

const bucketOf = (minutes: number): number =>
  minutes < SHORTEST ? NONE : Math.ceil(Math.log(minutes) / Math.log(RATIO));

/** The minutes that a wait is rounded to. */
export const roundedWait = (minutes: number): number => minutesOf(bucketOf(minutes));

const minutesOf = (bucket: number): number => (bucket === NONE ? 0 : (2 * RATIO ** bucket) / (RATIO + 1));

/** The waits of one group as rows. */
export function rowsOfWaits(waits: readonly Wait[]): WaitRow[] {
  const rows = new Map<number, WaitRow>();
  for (const { minutes, isAnswered } of waits) {
    const bucket = bucketOf(minutes);
    const row = rows.get(bucket) ?? [bucket, 0, 0];
    row[isAnswered ? 1 : 2]++;
    rows.set(bucket, row);
  }
  return [...rows.values()].sort(([a], [b]) => a - b);
}

/** Lengths that are all over, in milliseconds. */
export const rowsOfLengths = (lengths: readonly number[]): WaitRow[] =>
  rowsOfWaits(lengths.map(length => ({ minutes: length / MINUTE_MS, isAnswered: true })));

/** Quantile by Kaplan and Meier, as for the waits of one group (m07-answered.ts); minutes, null while it is not reached. */
export function quantileOfRows(rows: readonly WaitRow[], quantile: number): number | null {
  let atRisk = rows.reduce((sum, [, answered, waiting]) => sum + answered + waiting, 0);
  let stillWaiting = 1;
  for (const [bucket, answered, waiting] of rows) {
    if (answered > 0) stillWaiting *= 1 - answered / atRisk;
    if (answered > 0 && stillWaiting <= 1 - quantile + 1e-9) return minutesOf(bucket);
    atRisk -= answered + waiting;
  }
  return null;
}
