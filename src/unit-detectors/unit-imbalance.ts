import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from '../detectors/act-day.ts';
import { defineUnitDetector } from './define.ts';

/** Quantile of numbers in order, between neighbours on the straight line (R. J. Hyndman, Y. Fan 1996, type 7). */
function quantileOf(sorted: readonly number[], quantile: number): number {
  const at = (sorted.length - 1) * quantile;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** 下面不平衡: of the units below, some have hardly a red group and some have mostly red ones. */
export const unitImbalance = defineUnitDetector({
  name: 'unit-imbalance',
  title: '下属单位差得远',
  quotation: { number: 'F19', words: '进展也不平衡' },
  severity: 'warn',
  detect({ below, day }) {
    const { leastGroups, leastUnits, spread: limit } = THRESHOLDS.imbalance;
    const large = below.filter(unit => unit.groups >= leastGroups);
    const shares = large
      .flatMap(({ judged, red }) => (judged >= leastGroups ? [red / judged] : []))
      .sort((a, b) => a - b);
    if (shares.length < leastUnits) return large.length < leastUnits ? null : 'no-data';
    const [low, high] = [quantileOf(shares, 0.1), quantileOf(shares, 0.9)];
    if (high - low <= limit) return null;
    return {
      evidence: { units: shares.length, low, high, spread: high - low },
      prescription: `下属${shares.length}个单位里，红色群的占比低的约${percent(low)}，高的约${percent(high)}。${actDay(day)}前结成对子，互相看一次。`,
    };
  },
});
