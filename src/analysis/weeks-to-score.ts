import { addDays, mondayOf, startOfDay, weekOf } from '../time.ts';

/** The digest's chart shows so many weeks. */
const WEEKS_KEPT = 8;

/** A week as far as it has gone. */
export interface ScoringWeek {
  week: string;
  /** Its last day that is over. */
  lastDay: string;
  /** When the week is over; a score from before then does not stand. */
  end: Date;
}

/** The week of a day and those before it that are kept scored, the latest first. */
export const weeksUpTo = (yesterday: string): ScoringWeek[] =>
  Array.from({ length: WEEKS_KEPT }, (_, back) => {
    const week = weekOf(addDays(yesterday, -7 * back));
    const sunday = addDays(mondayOf(week), 6);
    return {
      week,
      lastDay: sunday < yesterday ? sunday : yesterday,
      end: startOfDay(addDays(sunday, 1)),
    };
  });

/** The last moment of a day. */
export const lastMomentOf = (day: string): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);
