import type { Label } from '../message.ts';
import { LABELS, type LabelOdds } from './sentence.ts';

/** One thing to learn from: what it shows and what it is. */
export interface Example {
  features: readonly string[];
  label: Label;
}

const ROUNDS = 14;
const FIRST_STEP = 0.35;
/** Keeps single words from deciding alone. */
const DECAY = 2e-4;
const BIAS = 'bias';

type Weights = Map<string, Float64Array>;

function oddsBy(weights: Weights, features: readonly string[]): Float64Array {
  const sums = new Float64Array(LABELS.length);
  for (const feature of features) {
    const weight = weights.get(feature);
    if (weight) for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weight[at] ?? 0);
  }
  const highest = Math.max(...sums);
  const powers = sums.map(sum => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
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

/** Learns which features speak for which class (multinomial logistic regression); the same examples give the same result. */
export function trainSoftmax(examples: readonly Example[]): (features: readonly string[]) => LabelOdds {
  const weights: Weights = new Map();
  const rows = examples.map(each => ({ features: [...each.features, BIAS], at: LABELS.indexOf(each.label) }));
  for (const { features } of rows) {
    for (const feature of features) {
      if (!weights.has(feature)) weights.set(feature, new Float64Array(LABELS.length));
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    const step = FIRST_STEP / (1 + round * 0.5);
    for (const place of ordered(rows.length, round)) {
      const row = rows[place];
      if (row) learn(weights, row.features, row.at, step);
    }
  }
  return features => {
    const odds = oddsBy(weights, [...features, BIAS]);
    return { question: odds[0] ?? 0, request: odds[1] ?? 0, chatter: odds[2] ?? 0 };
  };
}

function learn(weights: Weights, features: readonly string[], labelAt: number, step: number): void {
  const odds = oddsBy(weights, features);
  // Long texts show many features; each then moves less, so that one long text is still one example.
  const share = step / Math.sqrt(features.length / 10 + 1);
  for (const feature of features) {
    const weight = weights.get(feature);
    if (!weight) continue;
    for (let at = 0; at < weight.length; at++) {
      const miss = (at === labelAt ? 1 : 0) - (odds[at] ?? 0);
      weight[at] = (weight[at] ?? 0) * (1 - DECAY) + share * miss;
    }
  }
}
