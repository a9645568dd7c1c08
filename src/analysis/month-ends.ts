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

/** A whole month by day numbers, and the day from which its last working days run to its end. */
interface Month {
  first: number;
  last: number;
  end: number;
}

function endFrom(first: number, last: number): number {
  let [day, left]: [number, number] = [last + 1, THRESHOLDS.formalism.monthEnds.workdays];
  while (left > 0 && day > first) if (isWorkday(dayFromNumber(--day))) left--;
  return day;
}

function findMonths(lastDay: number): Month[] {
  const [year = 0, month = 1] = dayFromNumber(lastDay + 1)
    .split('-')
    .map(Number);
  const startOf = (back: number) =>
    dayNumberOf(new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10));
  return Array.from({ length: THRESHOLDS.formalism.monthEnds.months }, (_, at) => {
    const [first, last] = [startOf(at + 1), startOf(at) - 1];
    return { first, last, end: endFrom(first, last) };
  });
}

/** Found once a day: all groups of a night look at the same months. */
const monthsOf = new Map<number, Month[]>();

/** The last whole months up to a day, the latest first. */
function wholeMonths(lastDay: number): Month[] {
  const months = monthsOf.get(lastDay) ?? findMonths(lastDay);
  monthsOf.set(lastDay, months);
  return months;
}

/** The last whole months, the latest first; null when one of them was not observed enough. */
export function monthEndsOf(window: GroupWindow): MonthEnd[] | null {
  const { timeline, lastDay } = window;
  const months = wholeMonths(lastDay);
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
  return months.map(({ first, last, end }) => {
    const countFrom = (from: number) =>
      rowsWithin(timeline.cadrePosts, from, last).length +
      closings.filter(at => at >= startOfDayNumber(from) && at < startOfDayNumber(last + 1)).length;
    return { month: Number(dayFromNumber(first).slice(5, 7)), acts: countFrom(first), atEnd: countFrom(end) };
  });
}
