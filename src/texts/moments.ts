import { addDays, dayOf, HOUR_MS, minuteOfDay, weekdayOf } from '../time.ts';

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `今天17:00`, `明天9:30`, `周三10:00`, `12月1日10:00`: a moment as people say it. */
export function sayMoment(at: Date, now: Date): string {
  const minute = minuteOfDay(at);
  const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return `${sayDay(dayOf(at), dayOf(now))}${clock}`;
}

/** `今天`, `昨天`, `周三`, `12月1日`: a day as people say it. */
export function sayDay(day: string, today: string): string {
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  if (day === addDays(today, -1)) return '昨天';
  if (day > today && day <= addDays(today, 6)) return WEEKDAYS[weekdayOf(day)] ?? day;
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** `3小时`, `2天`, `不到1小时`: a length of time as people say it. */
export function sayLength(ms: number): string {
  if (ms < HOUR_MS) return '不到1小时';
  const hours = Math.round(ms / HOUR_MS);
  return hours < 24 ? `${hours}小时` : `${Math.round(hours / 24)}天`;
}

/** `2026年9月` out of `2026-09` or `2026-09-01`. */
export function sayMonth(day: string): string {
  const [year, month] = day.split('-');
  return month ? `${year}年${Number(month)}月` : `${year}年`;
}

export const shorten = (text: string, length: number): string => {
  const points = [...text];
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : text;
};
