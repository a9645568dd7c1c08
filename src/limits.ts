import { addWorkingMs, type Calendar, HOUR_MS, MINUTE_MS, OFFICE, workingDayMs } from './time.ts';

/** 时限分类: how long a matter may take. Four classes, as 12345 offices keep them; the clock starts at the member's message. */
export const LIMIT_CLASSES = ['urgent', 'timely', 'general', 'complex'] as const;
export type LimitClass = (typeof LIMIT_CLASSES)[number];

interface Limit {
  /** 急办, 限时, 一般, 疑难: how staff name it. */
  word: string;
  /** Working hours, or working days of the unit's calendar; 24 hours are one working day. */
  unit: 'hour' | 'day';
  count: number;
}

export const LIMITS: Readonly<Record<LimitClass, Limit>> = {
  urgent: { word: '急办', unit: 'hour', count: 2 },
  timely: { word: '限时', unit: 'day', count: 1 },
  general: { word: '一般', unit: 'day', count: 7 },
  complex: { word: '疑难', unit: 'day', count: 15 },
};

/** Working milliseconds of a class in a calendar. */
export function limitMs(limitClass: LimitClass, calendar: Calendar = OFFICE): number {
  const { unit, count } = LIMITS[limitClass];
  return count * (unit === 'hour' ? HOUR_MS : workingDayMs(calendar));
}

const HALF_HOUR_MS = 30 * MINUTE_MS;

/** The moment `ms` of working time after `from`, on a half hour, as a person would name it. */
export const dueAfter = (from: Date, ms: number, calendar: Calendar = OFFICE): Date =>
  new Date(Math.ceil(addWorkingMs(from, ms, calendar).getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);

/** The limit of a plain request said at `openedAt`. */
export const dueAtFor = (openedAt: Date, calendar: Calendar = OFFICE): Date =>
  dueAfter(openedAt, limitMs('timely', calendar), calendar);
