import { EVIDENCE, evidenceFor, rankMatches } from '../../src/understanding/faq/evidence.ts';
import { FEATURES } from '../../src/understanding/faq/feature-names.ts';
import { chanceOf, type Linear, openLinear } from '../../src/understanding/faq/linear.ts';
import { findWeights } from './adam.ts';
import type { Lesson } from './lessons.ts';
import { measureScale, scaled, unscaled } from './scale.ts';
import { allowed } from './signs.ts';

/** Near misses are written to be confusing and are rarer in life than in our lessons. */
const SHARE: Readonly<Partial<Record<Lesson['kind'], number>>> = { near: 0.4 };

/** Learns how sure one may be that the best candidate is meant: logistic regression over its evidence. */
export function learnSure(lessons: readonly Lesson[], rank: Linear): Linear {
  const score = openLinear(rank, FEATURES);
  const examples = lessons.flatMap(({ comparison, entryAt, kind }) => {
    const ranked = rankMatches(comparison, score);
    const [best] = ranked;
    if (!best) return [];
    const isRight = best.entryAt === entryAt ? 1 : 0;
    return [{ row: evidenceFor(comparison, ranked), isRight, share: SHARE[kind] ?? 1 }];
  });
  const scale = measureScale(
    examples.map(example => example.row),
    EVIDENCE.length,
  );
  const rows = examples.map(example => scaled(example.row, scale));
  const bias = EVIDENCE.length;
  const slopeOf = (example: number, weights: Float64Array, into: Float64Array): number => {
    const row = rows[example] ?? new Float64Array(0);
    const { isRight = 0, share = 0 } = examples[example] ?? {};
    let sum = weights[bias] ?? 0;
    for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
    const miss = share * (chanceOf(sum) - isRight);
    for (let at = 0; at < row.length; at++) into[at] = (into[at] ?? 0) + miss * (row[at] ?? 0);
    into[bias] = (into[bias] ?? 0) + miss;
    return 1;
  };
  const weights = findWeights(
    EVIDENCE.length + 1,
    rows.length,
    slopeOf,
    (at, weight) => (at === bias ? weight : allowed(EVIDENCE[at] ?? '', weight)),
    { rounds: 60, batch: 128, step: 0.05, decay: 0.01, seed: 3 },
  );
  return unscaled(weights, weights[bias] ?? 0, scale, EVIDENCE);
}
