/** Longer questions are compared by their beginning: what is asked for stands there or is said again. */
const COMPARED = 400;

/** Lengths of the longest common subsequence and of the longest common run of two sequences. */
export function commonOrder(a: Int32Array, b: Int32Array): { sequence: number; run: number } {
  const width = b.length;
  let above = new Uint16Array(width + 1);
  let here = new Uint16Array(width + 1);
  let runAbove = new Uint16Array(width + 1);
  let runHere = new Uint16Array(width + 1);
  let run = 0;
  const height = Math.min(a.length, COMPARED);
  for (let row = 0; row < height; row++) {
    const unit = a[row];
    for (let column = 0; column < width; column++) {
      if (unit === b[column]) {
        here[column + 1] = (above[column] ?? 0) + 1;
        const length = (runAbove[column] ?? 0) + 1;
        runHere[column + 1] = length;
        if (length > run) run = length;
      } else {
        here[column + 1] = Math.max(above[column + 1] ?? 0, here[column] ?? 0);
        runHere[column + 1] = 0;
      }
    }
    [above, here] = [here, above];
    [runAbove, runHere] = [runHere, runAbove];
  }
  return { sequence: above[width] ?? 0, run };
}
