import { remembered } from '../../remembered.ts';
import { workdaysAfter } from '../day-number.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { cadreMessagesIn, type GroupWindow } from '../window.ts';

/** M5 规律: the longest gap between days on which a cadre spoke, in working days, and how bursty the days lie. */
export type Regularity = {
  /** g, window edges included. */
  longestGap: number;
  /** B of Goh and Barabási with Kim and Jo's correction; null with fewer than four gaps. */
  burstiness: number | null;
  gaps: number;
  isIrregular: boolean;
};

/** -1 clockwork … 0 chance … 1 all at once; null when the gaps are too few or all zero. */
export function burstinessOf(gaps: readonly number[]): number | null {
  const n = gaps.length;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, n);
  if (n < THRESHOLDS.regularity.leastGaps || mean === 0) return null;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / n);
  const r = deviation / mean;
  const [above, below] = [Math.sqrt(n + 1), Math.sqrt(n - 1)];
  return (above * r - below) / ((above - 2) * r + below);
}

/** Working days between each of these days and the next. */
const gapsOf = (points: readonly number[]): number[] =>
  points.slice(1).map((day, index) => workdaysAfter(points[index] ?? day, day));

export const measureRegularity = remembered((window: GroupWindow): Regularity => {
  const days = [...new Set(cadreMessagesIn(window).map(post => post.day))];
  const gaps = gapsOf(days);
  const longestGap = Math.max(0, ...gapsOf([window.firstDay, ...days, window.lastDay]));
  const burstiness = burstinessOf(gaps);
  const limit = THRESHOLDS.regularity;
  return {
    longestGap,
    burstiness,
    gaps: gaps.length,
    isIrregular: longestGap > limit.longestGap || (burstiness !== null && burstiness > limit.burstiness),
  };
});
