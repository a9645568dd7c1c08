/** Seeded randomness: the same seed, the same training. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  shuffle<T>(list: T[]): void;
}

export function createChance(seed: number): Chance {
  // mulberry32: 32 bits of state, so that no product outgrows a double.
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
