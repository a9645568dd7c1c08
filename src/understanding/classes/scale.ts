import { KNOWN } from './feature-table.ts';
import type { JudgeModel } from './judge-model.ts';
import { evenOut, STEADY_SHARE, shareOf } from './learn.ts';

/** Adds up what the features of a text weigh, in the order in which they are put. */
export interface Scale {
  /** For the next text. */
  empty(): void;
  /** A packed weight; those of unknown features are passed over. Steady ones count alike in every text. */
  put(packed: number): void;
  putSteady(packed: number): void;
  chances(): Float64Array;
}

/** A signed byte as it stands in a packed weight, from 0 to 255. */
const BYTES = 256;

/** The scale of one judge of three classes; the chances are those of `openJudge`, to the last bit. */
export function createScale(model: JudgeModel): Scale {
  const worth = Float32Array.from({ length: BYTES }, (_, byte) => ((byte << 24) >> 24) * model.unit);
  const [first = 0, second = 0, third = 0] = Float32Array.from(model.bias);
  const weights: number[] = [];
  let steady = 0;
  let count = 0;
  const put = (packed: number) => {
    if (packed >= KNOWN) weights[count++] = packed;
  };
  return {
    empty() {
      steady = 0;
      count = 0;
    },
    put,
    putSteady(packed) {
      put(packed);
      steady = count;
    },
    chances() {
      const share = shareOf(count, model.evenness);
      let [a, b, c] = [0, 0, 0];
      for (let at = 0; at < count; at++) {
        const packed = weights[at] ?? 0;
        const own = at < steady ? STEADY_SHARE : share;
        a += own * (worth[packed & 0xff] ?? 0);
        b += own * (worth[(packed >> 8) & 0xff] ?? 0);
        c += own * (worth[(packed >> 16) & 0xff] ?? 0);
      }
      return evenOut(Float64Array.of(a + first, b + second, c + third));
    },
  };
}
