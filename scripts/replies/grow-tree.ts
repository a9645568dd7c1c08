import type { Tree } from '../../src/understanding/replies/trees.ts';
import { BINS, type Binned } from './binned.ts';

/** How a tree grows. */
export interface Growth {
  leaves: number;
  /** Pulls every value towards 0. */
  calm: number;
  /** The least certainty (summed second derivative) on each side of a split. */
  least: number;
  step: number;
}

interface Leaf {
  node: number;
  begin: number;
  end: number;
  sums: Float64Array;
  pull: number;
  certainty: number;
  split: { gain: number; column: number; bin: number };
}

/** The rows a tree is grown on, and where each is pulled how surely; all three are reordered together. */
export interface Pulled {
  data: Binned;
  rows: Int32Array;
  pulls: Float32Array;
  /** Second derivatives. */
  sures: Float32Array;
}

function sumUp({ data, rows, pulls, sures }: Pulled, begin: number, end: number): Float64Array {
  const { columns, bins } = data;
  const sums = new Float64Array(columns * BINS * 2);
  for (let at = begin; at < end; at++) {
    const row = rows[at] as number;
    const base = row * columns;
    const pull = pulls[at] as number;
    const sure = sures[at] as number;
    for (let column = 0, to = 0; column < columns; column++, to += BINS * 2) {
      const cell = to + (bins[base + column] as number) * 2;
      sums[cell] = (sums[cell] as number) + pull;
      sums[cell + 1] = (sums[cell + 1] as number) + sure;
    }
  }
  return sums;
}

function bestSplit(data: Binned, leaf: Omit<Leaf, 'split'>, growth: Growth): Leaf['split'] {
  const { calm, least } = growth;
  const whole = (leaf.pull * leaf.pull) / (leaf.certainty + calm);
  let best = { gain: 1e-6, column: -1, bin: 0 };
  for (let column = 0; column < data.columns; column++) {
    const cuts = data.cuts[column]?.length ?? 0;
    let pull = 0;
    let sure = 0;
    for (let bin = 0; bin < cuts; bin++) {
      const cell = (column * BINS + bin) * 2;
      pull += leaf.sums[cell] ?? 0;
      sure += leaf.sums[cell + 1] ?? 0;
      const rest = leaf.certainty - sure;
      if (sure < least) continue;
      if (rest < least) break;
      const other = leaf.pull - pull;
      const gain = (pull * pull) / (sure + calm) + (other * other) / (rest + calm) - whole;
      if (gain > best.gain) best = { gain, column, bin };
    }
  }
  return best;
}

interface Growing extends Pulled {
  tree: Tree;
  growth: Growth;
}

function addLeaf(growing: Growing, begin: number, end: number, sums: Float64Array): Leaf {
  const { tree, growth, pulls, sures, data } = growing;
  let pull = 0;
  let certainty = 0;
  for (let at = begin; at < end; at++) {
    pull += pulls[at] ?? 0;
    certainty += sures[at] ?? 0;
  }
  tree.feature.push(-1);
  tree.upTo.push(0);
  tree.left.push(0);
  tree.value.push(Number(((-growth.step * pull) / (certainty + growth.calm)).toPrecision(4)));
  const bare = { node: tree.feature.length - 1, begin, end, sums, pull, certainty };
  return { ...bare, split: bestSplit(data, bare, growth) };
}

/** Only the smaller side is summed anew; the larger is what remains. */
function splitLeaf(growing: Growing, leaf: Leaf): [left: Leaf, right: Leaf] {
  const { tree, data } = growing;
  const middle = partition(growing, leaf);
  const isLeftSmall = middle - leaf.begin <= leaf.end - middle;
  const small = isLeftSmall ? sumUp(growing, leaf.begin, middle) : sumUp(growing, middle, leaf.end);
  const large = leaf.sums;
  for (let cell = 0; cell < large.length; cell++) large[cell] = (large[cell] ?? 0) - (small[cell] ?? 0);
  const left = addLeaf(growing, leaf.begin, middle, isLeftSmall ? small : large);
  const right = addLeaf(growing, middle, leaf.end, isLeftSmall ? large : small);
  tree.feature[leaf.node] = leaf.split.column;
  tree.upTo[leaf.node] = data.cuts[leaf.split.column]?.[leaf.split.bin] ?? 0;
  tree.left[leaf.node] = left.node;
  return [left, right];
}

/** Grows one tree that moves every row against its pull, the most useful leaf first; the rows are reordered. */
export function growTree(pulled: Pulled, growth: Growth): Tree {
  const tree: Tree = { feature: [], upTo: [], left: [], value: [] };
  const growing = { ...pulled, tree, growth };
  const all = pulled.rows.length;
  const leaves = [addLeaf(growing, 0, all, sumUp(growing, 0, all))];
  while (leaves.length < growth.leaves) {
    let most: Leaf | undefined;
    for (const leaf of leaves) {
      if (leaf.split.column >= 0 && (!most || leaf.split.gain > most.split.gain)) most = leaf;
    }
    if (!most) break;
    leaves.splice(leaves.indexOf(most), 1, ...splitLeaf(growing, most));
  }
  return tree;
}

function partition({ data, rows, pulls, sures }: Pulled, { begin, end, split }: Leaf): number {
  let low = begin;
  let high = end - 1;
  const swap = (values: Int32Array | Float32Array): void => {
    const held = values[low] ?? 0;
    values[low] = values[high] ?? 0;
    values[high] = held;
  };
  while (low <= high) {
    if ((data.bins[(rows[low] ?? 0) * data.columns + split.column] ?? 0) <= split.bin) low++;
    else {
      swap(rows);
      swap(pulls);
      swap(sures);
      high--;
    }
  }
  return low;
}

/** What a tree says of a row that is already placed. */
export function treeValue(tree: Tree, upToBin: readonly number[], data: Binned, row: number): number {
  let node = 0;
  let column = tree.feature[0] ?? -1;
  const base = row * data.columns;
  while (column >= 0) {
    node = (tree.left[node] ?? 0) + ((data.bins[base + column] ?? 0) <= (upToBin[node] ?? 0) ? 0 : 1);
    column = tree.feature[node] ?? -1;
  }
  return tree.value[node] ?? 0;
}

/** The bins of a tree's splits, node by node. */
export const binsOf = (tree: Tree, data: Binned): number[] =>
  tree.feature.map((column, node) =>
    column < 0 ? 0 : (data.cuts[column]?.indexOf(tree.upTo[node] ?? 0) ?? 0),
  );
