import { z } from 'zod';

/** A decision tree: node by node the feature asked (-1 in a leaf), the value up to which one goes left, and the left child; the right child is the next. */
export const treeSchema = z.strictObject({
  feature: z.array(z.int().min(-1)).min(1),
  upTo: z.array(z.number()),
  left: z.array(z.int().min(0)),
  /** What a node adds when one stops there; only leaves count, the others explain. */
  value: z.array(z.number()),
});
export type Tree = z.infer<typeof treeSchema>;

/** Many trees in flat arrays, as they are asked a million times. */
export interface Forest {
  roots: Int32Array;
  feature: Int16Array;
  upTo: Float32Array;
  left: Int32Array;
  value: Float32Array;
}

/** Lays trees out one after the other. */
export function plant(trees: readonly Tree[]): Forest {
  const roots: number[] = [];
  const left: number[] = [];
  let size = 0;
  for (const tree of trees) {
    roots.push(size);
    const from = size;
    left.push(...tree.left.map(child => child + from));
    size += tree.feature.length;
  }
  return {
    roots: Int32Array.from(roots),
    feature: Int16Array.from(trees.flatMap(tree => tree.feature)),
    upTo: Float32Array.from(trees.flatMap(tree => tree.upTo)),
    left: Int32Array.from(left),
    value: Float32Array.from(trees.flatMap(tree => tree.value)),
  };
}

/** The sum of the trees from `begin` up to `end` for the row of values that begins at `base`. */
export function sumTrees(
  forest: Forest,
  values: ArrayLike<number>,
  base: number,
  begin: number,
  end: number,
): number {
  const { roots, feature, upTo, left, value } = forest;
  let sum = 0;
  for (let tree = begin; tree < end; tree++) {
    let node = roots[tree] ?? 0;
    let asked = feature[node] ?? -1;
    while (asked >= 0) {
      node = (left[node] ?? 0) + ((values[base + asked] ?? 0) <= (upTo[node] ?? 0) ? 0 : 1);
      asked = feature[node] ?? -1;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}

/** How much each feature moved the sum: at every step, what the chosen child is above or below its parent. */
export function shareOut(forest: Forest, values: ArrayLike<number>, count: number): Float64Array {
  const { roots, feature, upTo, left, value } = forest;
  const shares = new Float64Array(count);
  for (const root of roots) {
    let node = root;
    let asked = feature[node] ?? -1;
    while (asked >= 0) {
      const child = (left[node] ?? 0) + ((values[asked] ?? 0) <= (upTo[node] ?? 0) ? 0 : 1);
      shares[asked] = (shares[asked] ?? 0) + (value[child] ?? 0) - (value[node] ?? 0);
      node = child;
      asked = feature[node] ?? -1;
    }
  }
  return shares;
}
