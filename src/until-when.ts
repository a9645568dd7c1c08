import {
  addDays,
  type Calendar,
  dayOf,
  daysBetween,
  isWorkday,
  MINUTE_MS,
  OFFICE,
  startOfDay,
  weekdayOf,
} from './time.ts';
import { readNumber, tidy } from './words.ts';

const NUMBER = '(\\d{1,4}|[零〇一二两三四五六七八九十]{1,3})';
const NEAR: Record<string, number> = { 今天: 0, 明天: 1, 后天: 2, 大后天: 3 };
const WEEKDAYS = '一二三四五六日';
const WORKDAYS_OF_WEEK = 5;
/** Nobody is away for longer than this; whoever says so has slipped. */
const MOST_DAYS = 366;
/** A date without a year that lies further back than this is meant for next year. */
const BACK_DAYS = 180;

const TIME = new RegExp(`(?:[到至].+|${NUMBER}\\s*个?(?:工作日|天|周|星期|礼拜))$`, 'u');

/** Cuts `孙强 到周五` into whom and until when; the second is empty where nothing was said of it. */
export function cutTime(text: string): { before: string; time: string } {
  const time = TIME.exec(tidy(text))?.[0] ?? '';
  return {
    before: tidy(text)
      .slice(0, tidy(text).length - time.length)
      .trim(),
    time,
  };
}

const endOfWork = (day: string, { spans }: Calendar): Date =>
  new Date(startOfDay(day).getTime() + (spans.at(-1)?.[1] ?? 0) * MINUTE_MS);

/** Today while there is work left in it, else the next working day. */
function firstWorkday(now: Date, calendar: Calendar): string {
  let day = dayOf(now);
  while (!isWorkday(day, calendar) || endOfWork(day, calendar) <= now) day = addDays(day, 1);
  return day;
}

function afterWorkdays(count: number, now: Date, calendar: Calendar): string {
  let day = firstWorkday(now, calendar);
  for (let left = count - 1; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left--;
  }
  return day;
}

function lengthOf(said: string): number | null {
  const found = new RegExp(`^${NUMBER}\\s*个?(工作日|天|周|星期|礼拜)$`, 'u').exec(said);
  const count = found && readNumber(found[1] ?? '');
  if (!count) return null;
  return found[2] === '天' || found[2] === '工作日' ? count : count * WORKDAYS_OF_WEEK;
}

function weekdayMeant(said: string, now: Date, calendar: Calendar): string | null {
  const found = /^(下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])$/u.exec(said);
  const sign = found?.[2]?.replace('天', '日') ?? '';
  const weekday = Number(sign) || WEEKDAYS.indexOf(sign) + 1;
  if (!found || !weekday) return null;
  const today = dayOf(now);
  const monday = addDays(today, 1 - weekdayOf(today));
  const thisWeek = addDays(monday, weekday - 1);
  if (found[1] === '下') return addDays(thisWeek, 7);
  return found[1] || endOfWork(thisWeek, calendar) > now ? thisWeek : addDays(thisWeek, 7);
}

const two = (count: number): string => String(count).padStart(2, '0');

/** A day that is in the calendar, else null: 2月30日. */
function realDay(year: number, month: number, date: number): string | null {
  const day = `${year}-${two(month)}-${two(date)}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

function dateMeant(said: string, now: Date): string | null {
  const found = new RegExp(`^(?:(\\d{4})[-/.年])?${NUMBER}[-/.月]${NUMBER}[日号]?$`, 'u').exec(said);
  if (!found) return null;
  const today = dayOf(now);
  const month = readNumber(found[2] ?? '') ?? 0;
  const date = readNumber(found[3] ?? '') ?? 0;
  const year = Number(found[1] ?? today.slice(0, 4));
  const day = realDay(year, month, date);
  return day && !found[1] && daysBetween(day, today) > BACK_DAYS ? realDay(year + 1, month, date) : day;
}

/**
 * Until when somebody is away: `到周五`, `到11-30`, `到11月30日`, `3天` (working days, today counted while there is work
 * left in it). The end of work on that day; null when nothing was said.
 */
export function untilWhen(
  text: string,
  now: Date,
  calendar: Calendar = OFFICE,
): Date | null | 'past' | 'unclear' {
  const said = tidy(text)
    .replace(/^[到至]\s*|\s*为止$/gu, '')
    .replace(/\s+/gu, '');
  if (said === '') return null;
  const length = lengthOf(said);
  if (length !== null && length > MOST_DAYS) return 'unclear';
  const near = NEAR[said];
  const day =
    (near === undefined ? null : addDays(dayOf(now), near)) ??
    (length === null ? null : afterWorkdays(length, now, calendar)) ??
    weekdayMeant(said, now, calendar) ??
    dateMeant(said, now);
  if (!day || daysBetween(dayOf(now), day) > MOST_DAYS) return 'unclear';
  const end = endOfWork(day, calendar);
  return end > now ? end : 'past';
}
