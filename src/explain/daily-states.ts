import { THRESHOLDS } from '../analysis/thresholds.ts';
import { defineRows } from './define.ts';

/** M4: the daily evaluations of the window; `raw` is what that day alone says, `state` what stands after the hysteresis. */
export const dailyStatesRows = defineRows({
  id: 'M4',
  rows: ({ days }) =>
    days()
      .slice(-THRESHOLDS.windowDays)
      .map(({ day, raw, state, since, streak }) => ({ kind: 'day', day, raw, state, since, streak })),
});
