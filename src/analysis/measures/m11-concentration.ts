import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, visitMemberMessages } from '../window.ts';

/** M11 集中度: how unevenly the members speak. Context only: a silent majority is normal. */
export type Concentration = {
  /** Over those who spoke; null when nobody did. */
  gini: number | null;
  /** Fewest members who wrote half of the members' messages. */
  contributorAbsence: number | null;
};

export function measureConcentration(window: GroupWindow): Concentration {
  const counts = new Map<number, number>();
  visitMemberMessages(window.timeline.memberPosts, window, (_, speaker) => {
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  });
  const sorted = [...counts.values()].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { gini: null, contributorAbsence: null };
  const n = sorted.length;
  const weighted = sorted.reduce((sum, count, index) => sum + (index + 1) * count, 0);
  let [covered, fewest] = [0, 0];
  while (covered < total * THRESHOLDS.concentration.coveredShare) covered += sorted[n - ++fewest] ?? total;
  return { gini: (2 * weighted) / (n * total) - (n + 1) / n, contributorAbsence: fewest };
}
