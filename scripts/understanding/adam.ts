import { createChance } from './chance.ts';

export interface AdamOptions {
  rounds: number;
  batch: number;
  step: number;
  /** Pull towards zero. */
  decay: number;
  seed: number;
}

/**
 * Finds weights by Adam (Kingma and Ba 2015) over shuffled batches. `slopeOf` adds an example's slope to `into` and gives
 * its share; `allow` says what a weight may be.
 */
export function findWeights(
  size: number,
  examples: number,
  slopeOf: (example: number, weights: Float64Array, into: Float64Array) => number,
  allow: (at: number, weight: number) => number,
  options: AdamOptions,
): Float64Array {
  const chance = createChance(options.seed);
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const order = Array.from({ length: examples }, (_, at) => at);
  let steps = 0;
  for (let round = 0; round < options.rounds; round++) {
    chance.shuffle(order);
    const step = options.step * (1 - round / options.rounds);
    for (let from = 0; from < order.length; from += options.batch) {
      const slope = new Float64Array(size);
      let share = 0;
      for (const example of order.slice(from, from + options.batch))
        share += slopeOf(example, weights, slope);
      steps++;
      for (let at = 0; at < size; at++) {
        const g = (slope[at] ?? 0) / Math.max(1e-9, share) + options.decay * (weights[at] ?? 0);
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * g;
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * g * g;
        const move =
          (mean[at] ?? 0) / (1 - 0.9 ** steps) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** steps)) + 1e-8);
        weights[at] = allow(at, (weights[at] ?? 0) - step * move);
      }
    }
  }
  return weights;
}
