import type { Linear } from '../../src/understanding/faq/linear.ts';

/** Mean and spread of each value, so that weights can be learned on one scale. */
export interface Scale {
  mean: Float64Array;
  spread: Float64Array;
}

export function measureScale(rows: readonly ArrayLike<number>[], size: number): Scale {
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (const row of rows)
    for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (row[at] ?? 0) / rows.length;
  for (const row of rows)
    for (let at = 0; at < size; at++)
      spread[at] = (spread[at] ?? 0) + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2 / rows.length;
  return { mean, spread: spread.map(variance => Math.sqrt(variance) || 1) };
}

export const scaled = (row: ArrayLike<number>, { mean, spread }: Scale): Float64Array =>
  Float64Array.from(row, (value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1));

const round = (value: number): number => Number(value.toPrecision(6));

/** Weights learned on the scale, said for the values themselves; those that came to nothing are left out. */
export function unscaled(
  weights: ArrayLike<number>,
  bias: number,
  scale: Scale,
  names: readonly string[],
): Linear {
  let base = bias;
  const kept: Record<string, number> = {};
  names.forEach((name, at) => {
    const weight = (weights[at] ?? 0) / (scale.spread[at] ?? 1);
    base -= weight * (scale.mean[at] ?? 0);
    if (Math.abs(weights[at] ?? 0) > 1e-4) kept[name] = round(weight);
  });
  return { weights: kept, bias: round(base) };
}
