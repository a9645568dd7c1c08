import { remembered, rememberedLast, withMemory } from '../remembered.ts';
import { HOUR_MS } from '../time.ts';
import { dayFromNumber, dayNumberAt, startOfDayNumber } from './day-number.ts';
import type { MemberPosts } from './member-posts.ts';
import type { TimelineNeed } from './needs.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Timeline, TimelinePost } from './timeline.ts';

/** 群窗: the 30 days of one group that end on a day; the input of every measure and detector. */
export interface GroupWindow {
  timeline: Timeline;
  /** `2026-11-24`, the last day. */
  day: string;
  firstDay: number;
  lastDay: number;
  /** UTC ms; `to` is the end of the last day or `asOf`, whichever is earlier. Nothing after it is known. */
  from: number;
  to: number;
}

/** The window that ends on a day (a number of day-number.ts); the state and the measures of a day look through the same. */
export const windowEnding = rememberedLast((timeline: Timeline, lastDay: number): GroupWindow => {
  const firstDay = lastDay - THRESHOLDS.windowDays + 1;
  return withMemory({
    timeline,
    day: dayFromNumber(lastDay),
    firstDay,
    lastDay,
    from: startOfDayNumber(firstDay),
    to: Math.min(startOfDayNumber(lastDay + 1), timeline.asOf),
  });
});

/** The day that a moment closes: midnight itself still belongs to the day before. */
export const lastDayAt = (asOf: Date): number => dayNumberAt(asOf.getTime() - 1);

/** The first row whose day is not before `day`. */
function rowFrom(rows: readonly { day: number }[], day: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of the days `first` to `last`, from rows in order of days. */
export const rowsWithin = <T extends { day: number }>(rows: readonly T[], first: number, last: number): T[] =>
  rows.slice(rowFrom(rows, first), rowFrom(rows, last + 1));

/** The cadres' substantive messages, near-duplicates once. */
export const cadreMessagesIn = remembered(
  ({ timeline, firstDay, lastDay }: GroupWindow): readonly TimelinePost[] =>
    rowsWithin(timeline.cadrePosts, firstDay, lastDay).filter(
      post => post.isSubstantive && post.previousDay < firstDay,
    ),
);

/** The first place whose number is not below `value`, in numbers that only grow. */
export function placeFrom(numbers: ArrayLike<number>, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Calls `visit` with a day, a speaker and how many substantive messages of theirs count in the span, near-duplicates once. */
export function visitMemberMessages(
  posts: MemberPosts,
  span: { firstDay: number; lastDay: number },
  visit: (day: number, speaker: number, count: number) => void,
): void {
  const { baseDay, days, speakers, counts, alike, alikeDays, alikeFrom } = posts;
  const [first, last] = [span.firstDay - baseDay, span.lastDay - baseDay];
  const start = placeFrom(days, first);
  let next = placeFrom(alike, start + alikeFrom);
  for (let index = start; index < days.length; index++) {
    const day = days[index] ?? 0;
    if (day > last) return;
    const isAlike = alike[next] === index + alikeFrom;
    if (isAlike && (alikeDays[next++] ?? first) >= first) continue;
    visit(baseDay + day, speakers[index] ?? 0, counts[index] ?? 0);
  }
}

/** The needs of the window; the same words of the same person are one need with several tellings. */
export const needsIn = remembered(
  ({ timeline, firstDay, lastDay }: GroupWindow): readonly (readonly TimelineNeed[])[] => {
    const needs = new Map<string, TimelineNeed[]>();
    for (const need of rowsWithin(timeline.needs, firstDay, lastDay)) {
      const tellings = needs.get(need.sameAs);
      if (tellings) tellings.push(need);
      else needs.set(need.sameAs, [need]);
    }
    return [...needs.values()];
  },
);

/** Observation coverage o: hours with the bot online ÷ hours of the window so far. */
export function coverageOf({ timeline, from, to }: GroupWindow): number {
  let online = 0;
  for (const span of timeline.observed) {
    online += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return to > from ? online / (to - from) : 0;
}

/** The group's age in hours at the end of the window; from its first sign of life where its birth is not known. */
export function ageHoursAt({ timeline, to }: GroupWindow): number {
  const { createdAt } = timeline.history.group;
  return Math.max(0, (to - (createdAt?.getTime() ?? timeline.firstSignAt)) / HOUR_MS);
}
