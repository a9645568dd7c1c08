import { createHmac, randomBytes } from 'node:crypto';

/** Counts how often something was done lately, in memory only. */
export interface RateLimit {
  /** Takes one of what is left; false when nothing is. */
  take(who: string, now: Date): boolean;
}

/** More names than this at once are an attack; the oldest are forgotten then. */
const MOST_NAMES = 10_000;

/** `most` times in any span of `spanMs`. Who it was is kept as a hash whose salt dies with the process. */
export function createRateLimit({ most, spanMs }: { most: number; spanMs: number }): RateLimit {
  const salt = randomBytes(32);
  const taken = new Map<string, number[]>();
  return {
    take(who, now) {
      const name = createHmac('sha256', salt).update(who).digest('base64');
      const since = now.getTime() - spanMs;
      const lately = (taken.get(name) ?? []).filter(at => at > since);
      taken.delete(name);
      const isLeft = lately.length < most;
      taken.set(name, isLeft ? [...lately, now.getTime()] : lately);
      const [oldest] = taken.size > MOST_NAMES ? taken.keys() : [];
      if (oldest !== undefined) taken.delete(oldest);
      return isLeft;
    },
  };
}
