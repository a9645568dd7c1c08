import { addDays, weekdayOf, workdayFrom } from '../time.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** The working day on which to act, two days on, as it is said: 周三（25日）; the date keeps it true when read later. */
export function actDay(day: string): string {
  const when = workdayFrom(addDays(day, 2));
  return `周${WEEKDAYS[weekdayOf(when) - 1]}（${Number(when.slice(8))}日）`;
}
