import { DAY_MS, isWorkday, SHANGHAI_OFFSET_MS } from '../time.ts';

/** Shanghai days as whole numbers (days since 1970-01-01), so that windows over many groups are plain arithmetic. */

export const dayNumberAt = (ms: number): number => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);
/** Days asked for already, both ways; there are few, and every group asks for the same. */
const names = new Map<number, string>();
const numbers = new Map<string, number>();

export function dayNumberOf(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  numbers.set(day, number);
  return number;
}

export function dayFromNumber(number: number): string {
  const known = names.get(number);
  if (known !== undefined) return known;
  const name = new Date(number * DAY_MS).toISOString().slice(0, 10);
  names.set(number, name);
  return name;
}

/** UTC ms of the first moment of a day. */
export const startOfDayNumber = (number: number): number => number * DAY_MS - SHANGHAI_OFFSET_MS;

const FIRST = dayNumberOf('2000-01-01');
/** Working days since FIRST, up to and including each day; grows as later days are asked for. */
const workdaysThrough: number[] = [];

function countThrough(number: number): number {
  const index = number - FIRST;
  if (index < 0) return 0;
  for (let next = workdaysThrough.length; next <= index; next++) {
    workdaysThrough.push((workdaysThrough[next - 1] ?? 0) + (isWorkday(dayFromNumber(FIRST + next)) ? 1 : 0));
  }
  return workdaysThrough[index] ?? 0;
}

/** Working days after `from` up to and including `to`; statutory holidays are off, 调休 days are on. */
export const workdaysAfter = (from: number, to: number): number =>
  Math.max(0, countThrough(to) - countThrough(from));
