import type { MeasureValues } from '../analysis/group-analysis.ts';

/** A number of a measure; null where it is unknown or the measure does not know the name. */
export function numberIn(values: MeasureValues | undefined, name: string): number | null {
  const value = values?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** `12`, `0.4`; 未知 where nothing is known, never 0. */
export const sayNumber = (value: number | null): string =>
  value === null ? '未知' : String(Math.round(value * 10) / 10);

/** `40%`; 未知 where nothing is known. */
export const sayShare = (value: number | null): string =>
  value === null ? '未知' : `${Math.round(value * 100)}%`;

/** `35分钟`, `3.5小时`: minutes of working time. */
export function sayMinutes(minutes: number | null): string {
  if (minutes === null) return '未知';
  return minutes < 60 ? `${Math.round(minutes)}分钟` : `${sayNumber(minutes / 60)}小时`;
}

/** `2026年11月20日` out of `2026-11-20`; `11月20日` beside another day of the same year. */
export function sayDate(day: string, beside = ''): string {
  const [year, month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return beside.startsWith(`${year}-`) ? short : `${year}年${short}`;
}
