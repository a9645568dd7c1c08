import { Failure } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { type Clock, MINUTE_MS } from '../../src/time.ts';

/** After so many failures in a row nothing is asked for a while. */
const MOST_FAILURES = 3;
const REST_MS = MINUTE_MS;

/** Keeps an endpoint that fails from being asked over and over. */
export interface Patience {
  isResting(): boolean;
  worked(): void;
  failed(error: unknown): void;
}

/** Opens it; the log reads when a rest begins and when the endpoint answers again. */
export function openPatience(clock: Clock, log: Log): Patience {
  let failures = 0;
  let restUntil = 0;
  return {
    isResting: () => clock.now().getTime() < restUntil,
    worked() {
      if (failures >= MOST_FAILURES) log.info({ failures }, 'the embeddings endpoint answers again');
      failures = 0;
    },
    failed(error) {
      failures += 1;
      if (failures < MOST_FAILURES) return;
      // Waking up, it is tried once: one more failure and it rests again.
      restUntil = clock.now().getTime() + REST_MS;
      const reason = error instanceof Failure ? error.message : String(error);
      log.warn({ failures, reason }, 'the embeddings endpoint rests for a minute; words alone decide');
    },
  };
}
