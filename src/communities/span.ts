import { addDays, dayOf, isWorkday, MINUTE_MS, startOfDay } from '../time.ts';

/** The days of a community, counted backwards: `ago` 0 is the last day, which `asOf` closes. */
export interface Span {
  days: number;
  asOf: Date;
  dayAt(ago: number): string;
  at(ago: number, minute: number): Date;
  agoOf(at: Date): number;
  isWorkday(ago: number): boolean;
  /** Every day from `from` (older) up to and including `to`, the oldest first. */
  between(from: number, to: number): number[];
  /** The working days among them. */
  workdays(from: number, to: number): number[];
  /** Days off that follow a day off: more than a day after anything said at work. */
  restDays(from: number, to: number): number[];
}

/** The window W of metrics.md: agos 29 to 0. */
export const WINDOW = 29;

/** Opens the span of `days` days that ends with `lastDay`. */
export function createSpan(lastDay: string, days: number): Span {
  const dayAt = (ago: number) => addDays(lastDay, -ago);
  const isWork = (ago: number) => isWorkday(dayAt(ago));
  const between = (from: number, to: number) =>
    Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
  return {
    days,
    asOf: startOfDay(addDays(lastDay, 1)),
    dayAt,
    at: (ago, minute) => new Date(startOfDay(dayAt(ago)).getTime() + minute * MINUTE_MS),
    agoOf: at =>
      Math.round((startOfDay(lastDay).getTime() - startOfDay(dayOf(at)).getTime()) / (1440 * MINUTE_MS)),
    isWorkday: isWork,
    between,
    workdays: (from, to) => between(from, to).filter(isWork),
    restDays: (from, to) => between(from, to).filter(ago => !isWork(ago) && !isWork(ago + 1)),
  };
}
