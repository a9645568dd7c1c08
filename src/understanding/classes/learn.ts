import { mulberry32 } from '../../mulberry32.ts';

/** One thing to learn from: what it shows and what it is. */
export interface Example {
  features: readonly string[];
  label: string;
}

/** Weights of features for each class, in the order of `labels`; the bias comes last. */
export interface Softmax {
  /** The steady ones first. */
  features: readonly string[];
  steady: number;
  weights: Float64Array;
}

export interface LearnOptions {
  labels: readonly string[];
  rounds: number;
  /** Features shown by fewer examples are left out. */
  least: number;
  /** A text's features count 1 / (count + 1) to this power each, so that a long text is still one example. */
  evenness: number;
}

const STEP = 0.3;
const DECAY = 1e-5;
/** Below this an example is understood well enough to leave its features alone. */
const UNDERSTOOD = 1e-4;
/** What a cue counts, however long the text: a letter's 收悉 says the same in ten words as in a hundred. */
export const STEADY_SHARE = 0.2;
const isSteady = (feature: string): boolean => feature.startsWith('cue:');

interface Row {
  ids: Int32Array;
  labelAt: number;
  share: number;
}

/** Every place once, in an order that differs by round and is the same at every run. */
function* ordered(count: number, round: number): Generator<number> {
  const order = Array.from({ length: count }, (_, at) => at);
  const chance = mulberry32(5 + round * 7919);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  yield* order;
}

/** Sums of weights as chances that add up to 1; writes over them. */
export function evenOut(sums: Float64Array): Float64Array {
  const highest = Math.max(...sums);
  let total = 0;
  for (let c = 0; c < sums.length; c++) {
    sums[c] = Math.exp((sums[c] ?? 0) - highest);
    total += sums[c] ?? 0;
  }
  for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) / total;
  return sums;
}

/** The chances of the classes for summed weights of features; the first `steady` ids count alike in every text. */
export function chancesOf(
  weights: ArrayLike<number>,
  ids: ArrayLike<number>,
  share: number,
  { steady, classes }: { steady: number; classes: number },
): Float64Array {
  const sums = new Float64Array(classes);
  const bias = weights.length - classes;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const own = id < steady ? STEADY_SHARE : share;
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + own * (weights[id * classes + c] ?? 0);
  }
  for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + (weights[bias + c] ?? 0);
  return evenOut(sums);
}

export const shareOf = (count: number, evenness: number): number => (count + 1) ** -evenness;

function chooseFeatures(examples: readonly Example[], least: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept = [...seen].filter(([, count]) => count >= least).map(([feature]) => feature);
  const ordered = [...kept.filter(isSteady), ...kept.filter(feature => !isSteady(feature))];
  return new Map(ordered.map((feature, at) => [feature, at]));
}

/** One step of AdaGrad (Duchi et al. 2011) for one example. */
function step(
  weights: Float64Array,
  squares: Float64Array,
  row: Row,
  shape: { steady: number; classes: number },
): void {
  const { steady, classes } = shape;
  const chances = chancesOf(weights, row.ids, row.share, shape);
  const move = (at: number, slope: number) => {
    squares[at] = (squares[at] ?? 0) + slope * slope;
    weights[at] = (weights[at] ?? 0) - (STEP * slope) / Math.sqrt(squares[at] ?? 1);
  };
  for (let c = 0; c < classes; c++) {
    const miss = (chances[c] ?? 0) - (c === row.labelAt ? 1 : 0);
    move(weights.length - classes + c, miss);
    if (Math.abs(miss) < UNDERSTOOD) continue;
    for (const id of row.ids) {
      const at = id * classes + c;
      move(at, miss * (id < steady ? STEADY_SHARE : row.share) + DECAY * (weights[at] ?? 0));
    }
  }
}

/** Learns which features speak for which class (multinomial logistic regression); the same examples give the same result. */
export function learnSoftmax(examples: readonly Example[], options: LearnOptions): Softmax {
  const chosen = chooseFeatures(examples, options.least);
  const rows = examples.map(({ features, label }): Row => {
    const ids = Int32Array.from(features.flatMap(feature => chosen.get(feature) ?? []));
    return { ids, labelAt: options.labels.indexOf(label), share: shareOf(ids.length, options.evenness) };
  });
  const steady = [...chosen.keys()].filter(isSteady).length;
  const classes = options.labels.length;
  const weights = new Float64Array((chosen.size + 1) * classes);
  const squares = new Float64Array(weights.length).fill(1e-2);
  const settled = new Float64Array(weights.length);
  const settling = Math.floor(options.rounds / 3);
  for (let round = 0; round < options.rounds; round++) {
    for (const place of ordered(rows.length, round)) {
      const row = rows[place];
      if (row) step(weights, squares, row, { steady, classes });
    }
    // An average hardly depends on which sentence came last.
    if (round < settling) continue;
    for (let at = 0; at < weights.length; at++)
      settled[at] = (settled[at] ?? 0) + (weights[at] ?? 0) / (options.rounds - settling);
  }
  return { features: [...chosen.keys()], steady, weights: settled };
}
