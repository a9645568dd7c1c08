import { faultWords } from '../src/fault-words.ts';
import type { Log } from '../src/log.ts';

/** Keeps order within a place while places run beside each other. */
export interface Places {
  run(placeId: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is running or waiting anywhere. */
  settled(): Promise<void>;
}

/** Opens one queue a place; a place with nothing to do is forgotten. */
export function openPlaces(log: Log): Places {
  const lasts = new Map<string, Promise<void>>();
  return {
    run(placeId, work) {
      const before = lasts.get(placeId) ?? Promise.resolve();
      const mine = before
        .then(work)
        .catch(error => log.error({ error: faultWords(error) }, 'work in a place failed'))
        .finally(() => {
          if (lasts.get(placeId) === mine) lasts.delete(placeId);
        });
      lasts.set(placeId, mine);
      return mine;
    },
    async settled() {
      while (lasts.size) await Promise.all(lasts.values());
    },
  };
}
