import type { Clock } from './src/time.ts';

/** The demo's clock: runs as fast as the real one, from wherever it was moved to. */
export interface MovingClock extends Clock {
  /** How far ahead of the real clock it is, in ms. */
  ahead(): number;
  /** Moves it forward; an earlier moment changes nothing. */
  moveTo(at: Date): void;
}

export function createMovingClock(real: Clock, aheadMs: number): MovingClock {
  let ahead = aheadMs;
  const now = () => new Date(real.now().getTime() + ahead);
  return {
    now,
    ahead: () => ahead,
    moveTo(at) {
      ahead += Math.max(0, at.getTime() - now().getTime());
    },
  };
}
