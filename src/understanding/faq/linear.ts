import { z } from 'zod';

/** A weighted sum: weights by name, and what is added to it. */
export const linearSchema = z.strictObject({ weights: z.record(z.string(), z.number()), bias: z.number() });
export type Linear = z.infer<typeof linearSchema>;

/** Prepares the sum over values in the order of `names`; weights of unknown names would be a damaged model, so they throw. */
export function openLinear(model: Linear, names: readonly string[]): (values: ArrayLike<number>) => number {
  const unknown = Object.keys(model.weights).find(name => !names.includes(name));
  if (unknown !== undefined) throw new Error(`a model weighs “${unknown}”, which this program does not know`);
  const used = names.flatMap((name, at) => {
    const weight = model.weights[name] ?? 0;
    return weight === 0 ? [] : [{ at, weight }];
  });
  return values => {
    let sum = model.bias;
    for (const { at, weight } of used) sum += weight * (values[at] ?? 0);
    return sum;
  };
}

/** The logistic function: a sum as a chance. */
export const chanceOf = (sum: number): number => 1 / (1 + Math.exp(-sum));
