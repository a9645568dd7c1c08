const MEMORY = Symbol('answers that were made already');

interface Remembering {
  [MEMORY]?: unknown[];
}

let places = 0;

/**
 * Lets an object keep what `remembered` functions say of it; a copy by spreading keeps nothing, so it may differ. A WeakMap would
 * do the same, but what it holds outlives the young generation, which is dear for a million groups a night.
 */
export const withMemory = <T extends object>(thing: T): T =>
  Object.defineProperty(thing, MEMORY, { value: [] });

/** The same function, which makes its answer once for each object with a memory; the answer must not be changed. */
export function remembered<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const place = places++;
  return (key: K & Remembering) => {
    const memory = key[MEMORY];
    if (memory === undefined) return make(key);
    memory[place] ??= make(key);
    // Nobody else writes this place.
    return memory[place] as T;
  };
}

/** The same function of an object and a number, which keeps the answer it gave last for each object with a memory. */
export function rememberedLast<K extends object, T extends object>(
  make: (key: K, number: number) => T,
): (key: K, number: number) => T {
  const place = places++;
  return (key: K & Remembering, number) => {
    const memory = key[MEMORY];
    // Nobody else writes this place.
    const last = memory?.[place] as { number: number; made: T } | undefined;
    if (last?.number === number) return last.made;
    const made = make(key, number);
    if (memory) memory[place] = { number, made };
    return made;
  };
}
