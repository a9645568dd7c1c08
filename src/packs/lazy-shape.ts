const UNMADE = Symbol('not asked for yet');

interface Lazy<S> {
  source: S;
  made: unknown[];
}

/**
 * Gives objects whose parts are made from a source when they are first asked for, and kept. The getters are shared: objects with
 * accessors of their own cost more than all they hold, a million times over.
 */
export function lazyShape<S, T extends object>(
  makers: { [K in keyof T]: (source: S) => T[K] },
): (source: S) => T {
  const shape = {};
  const names = Object.keys(makers);
  const makersInOrder = Object.values<(source: S) => unknown>(makers);
  for (const [index, name] of names.entries()) {
    Object.defineProperty(shape, name, {
      enumerable: true,
      get(this: Lazy<S>) {
        if (this.made[index] === UNMADE) this.made[index] = makersInOrder[index]?.(this.source);
        return this.made[index];
      },
    });
  }
  return source => {
    const made: Lazy<S> = Object.create(shape);
    made.source = source;
    made.made = names.map(() => UNMADE);
    // Its shape has a getter for every part of T.
    return made as unknown as T;
  };
}
