import type { Label } from '../message.ts';
import { LABELS, type LabelOdds } from './sentence.ts';

/** One thing to learn from: what it shows and what it is. */
export interface Example {
  features: readonly string[];
  label: Label;
}

const ROUNDS = 14;
/** From this round on the weights are averaged. */
const SETTLING = 2;
const FIRST_STEP = 0.35;
/** Keeps single words from deciding alone. */
const DECAY = 2e-4;
const BIAS = 'bias';
const CLASSES = LABELS.length;

interface Row {
  /** Where the weights of its features begin. */
  starts: Int32Array;
  labelAt: number;
  /** How much it counts. */
  share: number;
}

/** How likely each class is by the summed weights of these features. */
function oddsBy(weights: Float64Array, starts: Int32Array): Float64Array {
  const odds = new Float64Array(CLASSES);
  for (const start of starts) {
    for (let at = 0; at < CLASSES; at++) odds[at] = (odds[at] ?? 0) + (weights[start + at] ?? 0);
  }
  const highest = Math.max(...odds);
  let total = 0;
  for (let at = 0; at < CLASSES; at++) {
    odds[at] = Math.exp((odds[at] ?? 0) - highest);
    total += odds[at] ?? 0;
  }
  for (let at = 0; at < CLASSES; at++) odds[at] = (odds[at] ?? 0) / total;
  return odds;
}

/** Visits every place once a round, each round in another order that is always the same. */
function* ordered(count: number, round: number): Generator<number> {
  const order = Array.from({ length: count }, (_, at) => at);
  let seed = 7 + round * 7919;
  for (let at = count - 1; at > 0; at--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  yield* order;
}

function learn(weights: Float64Array, { starts, labelAt, share }: Row, step: number): void {
  const odds = oddsBy(weights, starts);
  // Long texts show many features; each then moves less, so that one long text is still one example.
  const pull = (step * share) / Math.sqrt(starts.length / 10 + 1);
  for (const start of starts) {
    for (let at = 0; at < CLASSES; at++) {
      const miss = (at === labelAt ? 1 : 0) - (odds[at] ?? 0);
      weights[start + at] = (weights[start + at] ?? 0) * (1 - DECAY) + pull * miss;
    }
  }
}

/** A class with few examples counts more each, so that much small talk does not drown the needs. */
function sharesOf(examples: readonly Example[]): number[] {
  return LABELS.map(label => {
    const count = examples.filter(each => each.label === label).length;
    return count === 0 ? 1 : Math.sqrt(examples.length / (CLASSES * count));
  });
}

function addShare(settled: Float64Array, weights: Float64Array): void {
  for (let at = 0; at < weights.length; at++) {
    settled[at] = (settled[at] ?? 0) + (weights[at] ?? 0) / (ROUNDS - SETTLING);
  }
}

/** Learns which features speak for which class (multinomial logistic regression); the same examples give the same result. */
export function trainSoftmax(examples: readonly Example[]): (features: readonly string[]) => LabelOdds {
  const starts = new Map<string, number>();
  const startOf = (feature: string): number => {
    const known = starts.get(feature) ?? starts.size * CLASSES;
    starts.set(feature, known);
    return known;
  };
  const shares = sharesOf(examples);
  const rows = examples.map(({ features, label }): Row => {
    const labelAt = LABELS.indexOf(label);
    return { starts: Int32Array.from([...features, BIAS], startOf), labelAt, share: shares[labelAt] ?? 1 };
  });
  const weights = new Float64Array(starts.size * CLASSES);
  const settled = new Float64Array(weights.length);
  for (let round = 0; round < ROUNDS; round++) {
    const step = FIRST_STEP / (1 + round * 0.5);
    for (const place of ordered(rows.length, round)) {
      const row = rows[place];
      if (row) learn(weights, row, step);
    }
    // An average hardly depends on which sentence came last, so one more sentence moves little.
    if (round >= SETTLING) addShare(settled, weights);
  }
  return features => {
    const known = [...features, BIAS].flatMap(feature => starts.get(feature) ?? []);
    const odds = oddsBy(settled, Int32Array.from(known));
    return { question: odds[0] ?? 0, request: odds[1] ?? 0, chatter: odds[2] ?? 0 };
  };
}
