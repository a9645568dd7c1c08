import { isWorkday } from '../time.ts';
import { dayFromNumber, dayNumberOf, startOfDayNumber } from './day-number.ts';
import { voiceOf } from './roster.ts';
import { THRESHOLDS } from './thresholds.ts';
import { coverageOf, type GroupWindow, rowsWithin } from './window.ts';

/** What the cadres posted and closed in one whole month, and how much of it in its last working days. */
export interface MonthEnd {
  /** 1-12. */
  month: number;
  acts: number;
  atEnd: number;
}

/** First and last day numbers of the last whole months up to a day, the latest first. */
function wholeMonths(lastDay: number, count: number): { first: number; last: number }[] {
  const [year = 0, month = 1] = dayFromNumber(lastDay + 1)
    .split('-')
    .map(Number);
  const startOf = (back: number) =>
    dayNumberOf(new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10));
  return Array.from({ length: count }, (_, at) => ({ first: startOf(at + 1), last: startOf(at) - 1 }));
}

/** The day from which the month's last working days run to its end. */
function endFrom(first: number, last: number): number {
  let [day, left]: [number, number] = [last + 1, THRESHOLDS.formalism.monthEnds.workdays];
  while (left > 0 && day > first) if (isWorkday(dayFromNumber(--day))) left--;
  return day;
}

/** The last whole months, the latest first; null when one of them was not observed enough. */
export function monthEndsOf(window: GroupWindow): MonthEnd[] | null {
  const { timeline, lastDay } = window;
  const months = wholeMonths(lastDay, THRESHOLDS.formalism.monthEnds.months);
  const isSeen = ({ first, last }: (typeof months)[number]) =>
    coverageOf({ ...window, from: startOfDayNumber(first), to: startOfDayNumber(last + 1) }) >=
    THRESHOLDS.unknown.leastCoverage;
  if (!months.every(isSeen)) return null;
  const closings = timeline.history.tickets.flatMap(({ events }) =>
    events
      .filter(
        ({ act, byId }) => act === 'close' && byId !== null && voiceOf(timeline.roster, byId) === 'cadre',
      )
      .map(event => event.at.getTime()),
  );
  return months.map(({ first, last }) => {
    const end = endFrom(first, last);
    const countFrom = (from: number) =>
      rowsWithin(timeline.cadrePosts, from, last).length +
      closings.filter(at => at >= startOfDayNumber(from) && at < startOfDayNumber(last + 1)).length;
    return { month: Number(dayFromNumber(first).slice(5, 7)), acts: countFrom(first), atEnd: countFrom(end) };
  });
}
