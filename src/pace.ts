import { addDays, DAY_MS, dayOf, MINUTE_MS, minuteOfDay, startOfDay } from './time.ts';

/** A WeChat account is fragile (principle 9): when the next word may be said. */

export interface Quiet {
  fromMinute: number;
  toMinute: number;
}

const isQuiet = (minute: number, { fromMinute, toMinute }: Quiet): boolean =>
  fromMinute <= toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;

/** `now` outside quiet hours, else the moment they end. */
export function endOfQuiet(now: Date, quiet: Quiet): Date {
  const minute = minuteOfDay(now);
  if (quiet.fromMinute === quiet.toMinute || !isQuiet(minute, quiet)) return now;
  const day = minute < quiet.toMinute ? dayOf(now) : addDays(dayOf(now), 1);
  return new Date(startOfDay(day).getTime() + quiet.toMinute * MINUTE_MS);
}

/** A gap made a little longer, by up to a quarter, so that the sends do not tick like a machine; the same row, the same gap. */
function jittered(gapMs: number, seed: string): number {
  let hash = 0;
  for (const sign of seed) hash = (hash * 31 + sign.charCodeAt(0)) % 1000;
  return gapMs * (1 + hash / 4000);
}

/** The first moment at which both the account's and the group's pace allow another word. */
export function paceAllows(
  now: Date,
  last: { lastAnywhere: Date | null; lastHere: Date | null },
  gaps: { accountGapMs: number; groupGapMs: number },
  seed: string,
): Date {
  const after = (at: Date | null, gapMs: number) =>
    at ? at.getTime() + Math.min(jittered(gapMs, seed), DAY_MS) : 0;
  return new Date(
    Math.max(
      now.getTime(),
      after(last.lastAnywhere, gaps.accountGapMs),
      after(last.lastHere, gaps.groupGapMs),
    ),
  );
}
