import { z } from 'zod';
import { chancesOf, type Softmax, shareOf } from './learn.ts';

/** A learned judge as it is shipped: features by line, weights in steps of `unit`, one signed byte a class, in base64. */
export const judgeModelSchema = z.strictObject({
  features: z.string(),
  /** So many features at the beginning count alike in every text. */
  steady: z.number().int(),
  weights: z.base64(),
  unit: z.number().positive(),
  /** One a class; how many there are is how many classes there are. */
  bias: z.array(z.number()).min(2),
  evenness: z.number(),
});
export type JudgeModel = z.infer<typeof judgeModelSchema>;

const MOST = 127;
/** Features that move nothing by more than this many steps are left out. */
const LEAST_STEPS = 2;

/** Packs a judge; weights beyond the range of a byte are cut, which costs nothing that can be measured. */
export function packJudge({ features, steady, weights }: Softmax, evenness: number): JudgeModel {
  const classes = weights.length / (features.length + 1);
  const body = weights.subarray(0, features.length * classes);
  const sizes = Float64Array.from(body, Math.abs).sort();
  const unit = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / MOST || 1;
  const kept: string[] = [];
  const steps: number[] = [];
  features.forEach((feature, at) => {
    const own = Array.from(body.subarray(at * classes, (at + 1) * classes), weight =>
      Math.max(-MOST, Math.min(MOST, Math.round(weight / unit))),
    );
    if (at >= steady && own.every(each => Math.abs(each) < LEAST_STEPS)) return;
    kept.push(feature);
    steps.push(...own);
  });
  return {
    features: kept.join('\n'),
    steady,
    weights: btoa(bytesAsText(Int8Array.from(steps))),
    unit,
    bias: Array.from(weights.subarray(features.length * classes)),
    evenness,
  };
}

function bytesAsText(bytes: Int8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte & 0xff);
  return text;
}

/** The weights of a packed judge in steps of its unit, one a class for every feature. */
export const stepsOf = ({ weights }: JudgeModel): Int8Array =>
  Int8Array.from(atob(weights), byte => byte.charCodeAt(0));

/** Gives the chances of the classes, in the order in which they were learned, for the features a text shows. */
export function openJudge(model: JudgeModel): (features: readonly string[]) => Float64Array {
  const classes = model.bias.length;
  const ids = new Map<string, number>();
  for (const feature of model.features.split('\n')) ids.set(feature, ids.size);
  const steps = stepsOf(model);
  const weights = new Float32Array(steps.length + classes);
  for (let at = 0; at < steps.length; at++) weights[at] = (steps[at] ?? 0) * model.unit;
  weights.set(model.bias, steps.length);
  return features => {
    const known: number[] = [];
    for (const feature of features) {
      const id = ids.get(feature);
      if (id !== undefined) known.push(id);
    }
    return chancesOf(weights, known, shareOf(known.length, model.evenness), {
      steady: model.steady,
      classes,
    });
  };
}
