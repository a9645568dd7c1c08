import { nominalCoverageAt } from '../nominal-coverage.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { coverageOf, type GroupWindow, windowEnding } from '../window.ts';
import { measureThreeRates } from './m13-three-rates.ts';
import { solvingOf } from './solving.ts';

/** M16 覆盖与质量: whether more people are linked than two months ago while the work got worse. */
export type Divergence = {
  /** Nominal coverage now and two months ago, 0-1; null when nobody was linked. */
  coverage: number | null;
  coverageBefore: number | null;
  /** Mean of S and T, 0-100; null where neither is known or the window was not observed. */
  quality: number | null;
  qualityBefore: number | null;
  isDiverging: boolean;
};

function qualityOf(window: GroupWindow): number | null {
  if (coverageOf(window) < THRESHOLDS.unknown.leastCoverage) return null;
  const { satisfied } = measureThreeRates(window);
  const parts = [solvingOf(window), satisfied === null ? null : 100 * satisfied].filter(
    (part): part is number => part !== null,
  );
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) / parts.length : null;
}

export function measureDivergence(window: GroupWindow): Divergence {
  const { daysBack, qualityDrop } = THRESHOLDS.divergence;
  const before = windowEnding(window.timeline, window.lastDay - daysBack);
  const coverage = nominalCoverageAt(window.timeline, window.to);
  const coverageBefore = nominalCoverageAt(window.timeline, before.to);
  const quality = qualityOf(window);
  const qualityBefore = qualityOf(before);
  const isDiverging =
    coverage !== null &&
    quality !== null &&
    qualityBefore !== null &&
    coverage > (coverageBefore ?? 0) &&
    quality - qualityBefore < -qualityDrop;
  return { coverage, coverageBefore, quality, qualityBefore, isDiverging };
}
