/** The most bins of a column. */
export const BINS = 64;
const SAMPLE = 40_000;

/** Rows of numbers as the places of their values among at most 64 cuts a column, which is all a tree asks for. */
export interface Binned {
  columns: number;
  bins: Uint8Array;
  /** By column, rising: bin `b` holds values up to `cuts[b]`, the last bin the rest. */
  cuts: Float32Array[];
}

/** As a model file writes it; four digits are enough and the trainer must ask exactly what is written. */
const written = (value: number): number => Math.fround(Number(value.toPrecision(4)));

function cutsOf(values: number[]): Float32Array {
  values.sort((one, other) => one - other);
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS)
    return Float32Array.from(distinct.slice(1), (value, at) => written(((distinct[at] ?? 0) + value) / 2));
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin++)
    cuts.add(written(values[Math.floor((values.length * bin) / BINS)] ?? 0));
  return Float32Array.from([...cuts].sort((one, other) => one - other));
}

/** Cuts every column where its values are, and places all rows. */
export function bin(parts: readonly Float32Array[], columns: number): Binned {
  const count = parts.reduce((sum, part) => sum + part.length, 0) / columns;
  const every = Math.max(1, Math.floor(count / SAMPLE));
  const samples: number[][] = Array.from({ length: columns }, () => []);
  let at = 0;
  for (const part of parts) {
    for (let base = 0; base < part.length; base += columns, at++) {
      if (at % every === 0) samples.forEach((sample, column) => void sample.push(part[base + column] ?? 0));
    }
  }
  const cuts = samples.map(cutsOf);
  const bins = new Uint8Array(count * columns);
  let to = 0;
  for (const part of parts) {
    for (let base = 0; base < part.length; base += columns) {
      for (let column = 0; column < columns; column++) {
        bins[to++] = binOf(cuts[column] ?? new Float32Array(), part[base + column] ?? 0);
      }
    }
  }
  return { columns, bins, cuts };
}

function binOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
