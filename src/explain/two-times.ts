import { dayFromNumber } from '../analysis/day-number.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { defineRows } from './define.ts';

/** M16: what coverage and quality are made of, now and two months ago. */
export const twoTimes = defineRows({
  id: 'M16',
  rows({ window, measured: { pooled } }) {
    const { now, before } = pooled.divergence;
    const dayBefore = dayFromNumber(window.lastDay - THRESHOLDS.divergence.daysBack);
    return [
      { kind: 'now', day: window.day, ...now },
      { kind: 'before', day: dayBefore, ...before },
    ];
  },
});
