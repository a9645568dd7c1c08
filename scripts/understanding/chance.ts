import { mulberry32 } from '../../src/mulberry32.ts';

/** Seeded randomness: the same seed, the same training. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  shuffle<T>(list: T[]): void;
}

export function createChance(seed: number): Chance {
  const next = mulberry32(seed);
  return {
    next,
    pick: list => list[Math.floor(next() * list.length)] ?? list[0],
    shuffle(list) {
      for (let at = list.length - 1; at > 0; at--) {
        const other = Math.floor(next() * (at + 1));
        const [here, there] = [list[at], list[other]];
        if (here === undefined || there === undefined) continue;
        list[at] = there;
        list[other] = here;
      }
    },
  };
}
