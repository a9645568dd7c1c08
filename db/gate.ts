import { AsyncLocalStorage } from 'node:async_hooks';

/** Lets one transaction at a time run on the one connection; statements from outside wait for its end. */
export interface Gate {
  /** The caller stands inside the running transaction. */
  isInside(): boolean;
  /** Runs `work` at a moment when no transaction is open. */
  outside<T>(work: () => T): Promise<T>;
  hold<T>(work: () => Promise<T>): Promise<T>;
}

/** One connection, one transaction at a time: what ran beside it would be committed or rolled back with it. */
export function createGate(): Gate {
  const owner = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();
  let running: Promise<void> | undefined;
  const release = () => {
    running = undefined;
  };

  return {
    isInside: () => owner.getStore() === true,

    async outside(work) {
      while (running) await running;
      // Same tick as the check: nothing can open in between.
      return work();
    },

    hold(work) {
      const turn = queue.then(() => {
        const held = owner.run(true, work);
        running = held.then(release, release);
        return held;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
