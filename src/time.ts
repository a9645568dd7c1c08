import chineseDays from 'chinese-days';

/**
 * Every rule about days, weeks and working hours, in Asia/Shanghai.
 * Shanghai has kept UTC+8 without summer time since 1992, so the offset is a constant.
 */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Time is given, never taken: a clock is handed in at the doors, and pure code gets `now`. */
export interface Clock {
  now(): Date;
}

/** 工作日历: when people work. Spans are minutes of the Shanghai day, in order; the lunch break is the gap between two. */
export interface Calendar {
  /** Printed on every duration that was reckoned with it. */
  version: string;
  spans: readonly (readonly [startMinute: number, endMinute: number])[];
  /** Days the unit has off, or works, against the statutory calendar: `2026-11-24`. */
  off: readonly string[];
  on: readonly string[];
}

/** The holidays and 调休 days, of a package that follows the State Council's yearly notice. */
export const CALENDAR_VERSION = 'chinese-days-1.5.7/office-1';

/** A street office with its lunch break, 9:00-12:00 and 13:30-17:00. */
export const OFFICE: Calendar = {
  version: CALENDAR_VERSION,
  spans: [
    [9 * 60, 12 * 60],
    [13 * 60 + 30, 17 * 60],
  ],
  off: [],
  on: [],
};

/** `2026-11-24`: the Shanghai day a moment falls on. */
export const dayOf = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The first moment of a Shanghai day. */
export const startOfDay = (day: string): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);

/** The day `count` days later (negative: earlier). */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** Whole days from `from` to `to`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Minutes since midnight in Shanghai, 0-1439. */
export const minuteOfDay = (at: Date): number =>
  Math.floor(((at.getTime() + SHANGHAI_OFFSET_MS) % DAY_MS) / MINUTE_MS);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** `2026-W47`, ISO 8601 week of a Shanghai day. */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday on which a week such as `2026-W47` begins. Throws RangeError for a week that does not exist. */
export function mondayOf(week: string): string {
  const found = /^(\d{4})-W(\d{2})$/.exec(week);
  const year = found?.[1];
  const jan4 = `${year}-01-04`;
  const monday = found && addDays(jan4, 1 - weekdayOf(jan4) + (Number(found[2]) - 1) * 7);
  if (!monday || weekOf(monday) !== week) throw new RangeError(`no such week: ${week}`);
  return monday;
}

/** What the package said of the days from 1970 on, for it is asked again and again: 0 not asked yet, 1 work, 2 off. */
const statutory = new Uint8Array(100_000);

function isStatutoryWorkday(number: number): boolean {
  const known = statutory[number];
  if (known === 1 || known === 2) return known === 1;
  const isWork = chineseDays.isWorkday(dayNamed(number));
  if (known === 0) statutory[number] = isWork ? 1 : 2;
  return isWork;
}

const dayNamed = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const dayNumber = (at: number): number => Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);

function isWorkdayNumber(number: number, { off, on }: Pick<Calendar, 'off' | 'on'>): boolean {
  if (off.length > 0 && off.includes(dayNamed(number))) return false;
  return (on.length > 0 && on.includes(dayNamed(number))) || isStatutoryWorkday(number);
}

/** Statutory holidays are off and 调休 days are on, by the maintained package; a unit's own days go before both. */
export const isWorkday = (day: string, calendar: Pick<Calendar, 'off' | 'on'> = OFFICE): boolean =>
  isWorkdayNumber(Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS), calendar);

/** The same day if it is a working day, else the next one. */
export function workdayFrom(day: string, calendar: Calendar = OFFICE): string {
  let at = day;
  while (!isWorkday(at, calendar)) at = addDays(at, 1);
  return at;
}

/** Working milliseconds of one working day: 6.5 hours in a street office. */
export const workingDayMs = ({ spans }: Calendar): number =>
  spans.reduce((sum, [from, to]) => sum + (to - from) * MINUTE_MS, 0);

/** The first working span that ends after `at`, and all later ones, until `visit` says that it has seen enough. */
function visitSpans(at: number, calendar: Calendar, visit: (start: number, end: number) => boolean): void {
  for (let number = dayNumber(at); ; number++) {
    if (!isWorkdayNumber(number, calendar)) continue;
    const midnight = number * DAY_MS - SHANGHAI_OFFSET_MS;
    for (const [from, to] of calendar.spans) {
      const end = midnight + to * MINUTE_MS;
      if (end > at && visit(midnight + from * MINUTE_MS, end)) return;
    }
  }
}

/** Working milliseconds between two moments; 0 when `to` is not after `from`. */
export function workingMsBetween(from: Date, to: Date, calendar: Calendar = OFFICE): number {
  const [first, last] = [from.getTime(), to.getTime()];
  let total = 0;
  if (!(last > first)) return total;
  visitSpans(first, calendar, (start, end) => {
    if (start >= last) return true;
    total += Math.max(0, Math.min(end, last) - Math.max(start, first));
    return false;
  });
  return total;
}

/** The moment by which `ms` of working time have passed since `from`. */
export function addWorkingMs(from: Date, ms: number, calendar: Calendar = OFFICE): Date {
  let [left, until] = [ms, from.getTime()];
  visitSpans(until, calendar, (start, end) => {
    const begin = Math.max(start, from.getTime());
    until = begin + left;
    left -= end - begin;
    return left <= 0;
  });
  return new Date(until);
}

/** The latest moment from which `ms` of working time pass until `to`. */
export function subtractWorkingMs(to: Date, ms: number, calendar: Calendar = OFFICE): Date {
  const last = to.getTime();
  let left = ms;
  for (let number = dayNumber(last); ; number--) {
    if (!isWorkdayNumber(number, calendar)) continue;
    const midnight = number * DAY_MS - SHANGHAI_OFFSET_MS;
    for (const [from, until] of calendar.spans.toReversed()) {
      const start = midnight + from * MINUTE_MS;
      const stop = Math.min(midnight + until * MINUTE_MS, last);
      if (stop <= start) continue;
      if (left <= stop - start) return new Date(stop - left);
      left -= stop - start;
    }
  }
}

export function isWorkingTime(at: Date, calendar: Calendar = OFFICE): boolean {
  const minute = minuteOfDay(at);
  return isWorkday(dayOf(at), calendar) && calendar.spans.some(([from, to]) => minute >= from && minute < to);
}

/** `at` itself in working time, else the moment work begins again. */
export function nextWorkingTime(at: Date, calendar: Calendar = OFFICE): Date {
  let next = at.getTime();
  visitSpans(next, calendar, start => {
    next = Math.max(start, next);
    return true;
  });
  return new Date(next);
}
