import { addDays, HOUR_MS, mondayOf, startOfDay, workdayFrom } from '../time.ts';

const TELL_AT_MS = 9 * HOUR_MS;

/** Monday 09:00 after the week, or the next working day: when leaders and cadres are told of it. */
export const digestTime = (week: string): Date =>
  new Date(startOfDay(workdayFrom(addDays(mondayOf(week), 7))).getTime() + TELL_AT_MS);
