/** Seeded randomness of a long period (mulberry32): the same seed, the same sample. */
export function createChance(seed: number): { below(count: number): number; shuffle<T>(list: T[]): void } {
  let state = seed;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
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
