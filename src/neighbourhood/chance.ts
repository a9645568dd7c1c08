import { mulberry32 } from '../mulberry32.ts';

/** Seeded chance: the same seed gives the same neighbourhood for ever. */
export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** A whole number from `from` up to and including `to`. */
  whole(from: number, to: number): number;
  /** True in `share` of the cases. */
  happens(share: number): boolean;
  /** `count` as a whole number: 1.4 is 1 in six of ten cases and 2 in four. */
  times(count: number): number;
  pick<T>(things: readonly T[]): T;
  shuffle<T>(things: readonly T[]): T[];
}

/** Opens a chance of its own for one neighbourhood. */
export function createChance(seed: number): Chance {
  const next = mulberry32(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const shuffle = <T>(things: readonly T[]): T[] =>
    things
      .map(thing => ({ thing, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(each => each.thing);
  return {
    next,
    whole,
    shuffle,
    happens: share => next() < share,
    times: count => Math.floor(count) + (next() < count % 1 ? 1 : 0),
    pick(things) {
      const thing = things[whole(0, things.length - 1)];
      if (thing === undefined) throw new RangeError('nothing to pick from');
      return thing;
    },
  };
}

/** Hands things out in a mixed order and begins anew only when all were given: no phrase comes twice in a row. */
export function createBag<T>(things: readonly T[], chance: Chance): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = chance.shuffle(things);
    const thing = left.pop();
    if (thing === undefined) throw new RangeError('an empty bag');
    return thing;
  };
}
