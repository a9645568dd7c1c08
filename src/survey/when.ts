import { addDays, weekdayOf } from '../time.ts';

/** `2026-11` out of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** `2026-Q4` out of a day: nobody is asked twice within it. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The Sunday that ends the day's week: all answers of a week bear it, so that the day of a talk does not point to one. */
export const weekEndOf = (day: string): string => addDays(day, 7 - weekdayOf(day));

/** The last `count` months that are over on a day, oldest first. */
export function finishedMonths(day: string, count: number): string[] {
  const ended = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, at) => {
    const month = ended - count + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
