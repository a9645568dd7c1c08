/** A text's meaning as a direction: the numbers of an embedding, brought to length one. */
export type Vector = Float32Array;

/** Brings numbers to length one; null when they point nowhere. */
export function toUnit(numbers: readonly number[]): Vector | null {
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length) || length === 0) return null;
  return Float32Array.from(numbers, number => number / length);
}

/** The cosine of the angle between two vectors of length one: 1 for the same direction. */
export function cosine(one: Vector, other: Vector): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
