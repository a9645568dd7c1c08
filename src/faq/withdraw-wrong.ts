import { DAY_MS } from '../time.ts';

/** So far back a report counts. */
export const REPORTS_COUNT_MS = 90 * DAY_MS;
const LEAST_REPORTS = 3;

/** Enough askers said 没用, and more than said 有用: the entry is not to be answered any more. */
export const isReportedWrong = (verdicts: { useful: number; useless: number }): boolean =>
  verdicts.useless >= LEAST_REPORTS && verdicts.useless > verdicts.useful;
