import { addDays, mondayOf } from '../time.ts';

const sayDate = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** `第47周` out of `2026-W47`. */
export const sayWeek = (week: string): string => `第${Number(week.slice(-2))}周`;

/** `11月16日-11月22日`: Monday to Sunday. */
export function saySpan(week: string): string {
  const monday = mondayOf(week);
  return `${sayDate(monday)}-${sayDate(addDays(monday, 6))}`;
}
