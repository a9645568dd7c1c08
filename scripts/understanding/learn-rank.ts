import { FEATURES } from '../../src/understanding/faq/feature-names.ts';
import type { Linear } from '../../src/understanding/faq/linear.ts';
import { findWeights } from './adam.ts';
import type { Lesson } from './lessons.ts';
import { measureScale, scaled, unscaled } from './scale.ts';
import { allowed } from './signs.ts';

/** Learns to put the entry that is meant first: a softmax over the candidates of each question. */
export function learnRank(lessons: readonly Lesson[]): Linear {
  const meant = lessons
    .filter(lesson => lesson.entryAt >= 0)
    .map(({ comparison, entryAt }) => ({
      rows: comparison.matches.map(match => match.features),
      at: comparison.matches.findIndex(match => match.entryAt === entryAt),
    }))
    .filter(lesson => lesson.at >= 0);
  const scale = measureScale(
    meant.flatMap(lesson => lesson.rows),
    FEATURES.length,
  );
  const examples = meant.map(lesson => ({ ...lesson, rows: lesson.rows.map(row => scaled(row, scale)) }));
  const slopeOf = (example: number, weights: Float64Array, into: Float64Array): number => {
    const { rows, at } = examples[example] ?? { rows: [], at: -1 };
    const sums = rows.map(row => row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0));
    const highest = Math.max(...sums);
    const total = sums.reduce((sum, each) => sum + Math.exp(each - highest), 0);
    rows.forEach((row, place) => {
      const miss = Math.exp((sums[place] ?? 0) - highest) / total - (place === at ? 1 : 0);
      if (Math.abs(miss) < 1e-6) return;
      for (let f = 0; f < row.length; f++) into[f] = (into[f] ?? 0) + miss * (row[f] ?? 0);
    });
    return 1;
  };
  const weights = findWeights(
    FEATURES.length,
    examples.length,
    slopeOf,
    (at, weight) => allowed(FEATURES[at] ?? '', weight),
    { rounds: 30, batch: 64, step: 0.03, decay: 0.02, seed: 1 },
  );
  return unscaled(weights, 0, scale, FEATURES);
}
