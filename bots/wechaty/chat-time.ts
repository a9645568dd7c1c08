/** Puppets stamp in seconds or in milliseconds; before this number it can only be seconds. */
const FIRST_MS = 1e11;

/** The moment a puppet's stamp means, or `now` where it gives none. */
export function chatTime(stamp: number | undefined, now: Date): Date {
  if (stamp === undefined || !Number.isFinite(stamp) || stamp <= 0) return now;
  return new Date(stamp < FIRST_MS ? stamp * 1000 : stamp);
}
