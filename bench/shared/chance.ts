import { mulberry32 } from '../../src/mulberry32.ts';

/** Seeded randomness: the same seed, the same sample. */
export function createChance(seed: number): { below(count: number): number; shuffle<T>(list: T[]): void } {
  const next = mulberry32(seed);
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    shuffle(list) {
      for (let at = list.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const [here, there] = [list[at], list[other]];
        if (here === undefined || there === undefined) continue;
        list[at] = there;
        list[other] = here;
      }
    },
  };
}
