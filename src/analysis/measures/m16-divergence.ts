import { countNominalCoverage } from '../nominal-coverage.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { coverageOf, type GroupWindow, windowEnding } from '../window.ts';
import { measureThreeRates } from './m13-three-rates.ts';
import { countSolving } from './solving.ts';

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

/** What coverage and quality at one time are made of: whole numbers that add up over groups. */
export interface QualityCounts {
  linked: number;
  target: number;
  /** Needs past their limit, and those of them confirmed solved (S). */
  past: number;
  solved: number;
  /** V of the three rates, and ten times their satisfaction (T): 满意 10, 基本满意 9. */
  visited: number;
  satisfiedTenths: number;
}

/** Where the window was not observed enough there is coverage but no quality. */
function countQuality(window: GroupWindow): QualityCounts {
  const coverage = countNominalCoverage(window.timeline, window.to);
  const unseen = { past: 0, solved: 0, visited: 0, satisfiedTenths: 0 };
  if (coverageOf(window) < THRESHOLDS.unknown.leastCoverage) return { ...coverage, ...unseen };
  const { visited, satisfied } = measureThreeRates(window);
  return {
    ...coverage,
    ...countSolving(window),
    visited,
    satisfiedTenths: Math.round(10 * visited * (satisfied ?? 0)),
  };
}

/** The counts of M16 now and two months ago. */
export type DivergenceCounts = { now: QualityCounts; before: QualityCounts };

export const countDivergence = (window: GroupWindow): DivergenceCounts => ({
  now: countQuality(window),
  before: countQuality(windowEnding(window.timeline, window.lastDay - THRESHOLDS.divergence.daysBack)),
});

const coverageIn = ({ linked, target }: QualityCounts): number | null =>
  linked > 0 ? Math.min(1, linked / target) : null;

function qualityIn({ past, solved, visited, satisfiedTenths }: QualityCounts): number | null {
  const parts = [
    ...(past > 0 ? [(100 * solved) / past] : []),
    ...(visited > 0 ? [(10 * satisfiedTenths) / visited] : []),
  ];
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) / parts.length : null;
}

/** M16 from counts, of one group or summed over many. */
export function divergenceOf({ now, before }: DivergenceCounts): Divergence {
  const { qualityDrop } = THRESHOLDS.divergence;
  const [coverage, coverageBefore] = [coverageIn(now), coverageIn(before)];
  const [quality, qualityBefore] = [qualityIn(now), qualityIn(before)];
  const isDiverging =
    coverage !== null &&
    quality !== null &&
    qualityBefore !== null &&
    coverage > (coverageBefore ?? 0) &&
    quality - qualityBefore < -qualityDrop;
  return { coverage, coverageBefore, quality, qualityBefore, isDiverging };
}

export const measureDivergence = (window: GroupWindow, counts = countDivergence(window)): Divergence =>
  divergenceOf(counts);
