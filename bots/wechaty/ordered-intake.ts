/** Takes things in concurrently and hands them on one after another within a place, in the order they arrived. */
export interface OrderedIntake<T> {
  put(load: () => Promise<T>): void;
  /** Resolves when everything put so far was taken or lost. */
  idle(): Promise<void>;
}

export interface IntakeOptions<T> {
  /** Loads that may run at once. */
  atOnce: number;
  /** Tries per load before the thing is given up. */
  tries: number;
  /** Milliseconds between tries. */
  pauseMs: number;
  placeOf(thing: T): string;
  /** Awaited before the next thing of the same place; may reject. */
  take(thing: T): Promise<void>;
  /** A load or a take failed for good. */
  onLost(error: unknown): void;
}

function createTurnstile(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async work => {
    if (inside >= atOnce) await new Promise<void>(enter => waiting.push(enter));
    else inside++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside--;
    }
  };
}

/** A slow load holds back the ones behind it until it is there or lost, never longer; places do not wait for each other's takers. */
export function createOrderedIntake<T>(options: IntakeOptions<T>): OrderedIntake<T> {
  const enter = createTurnstile(options.atOnce);
  const places = new Map<string, Promise<void>>();
  let arrivals: Promise<void> = Promise.resolve();

  async function loadWithTries(load: () => Promise<T>): Promise<{ thing: T } | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        return { thing: await load() };
      } catch (error) {
        if (attempt >= options.tries) {
          options.onLost(error);
          return null;
        }
        await new Promise(resolve => setTimeout(resolve, options.pauseMs));
      }
    }
  }

  function append(thing: T): void {
    const place = options.placeOf(thing);
    const turn = (places.get(place) ?? Promise.resolve())
      .then(() => options.take(thing))
      .catch(options.onLost)
      .finally(() => {
        if (places.get(place) === turn) places.delete(place);
      });
    places.set(place, turn);
  }

  return {
    put(load) {
      const loaded = enter(() => loadWithTries(load));
      arrivals = arrivals.then(async () => {
        const found = await loaded;
        if (found) append(found.thing);
      });
    },
    async idle() {
      await arrivals;
      while (places.size > 0) await Promise.all(places.values());
    },
  };
}
