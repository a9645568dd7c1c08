import { remembered } from '../../remembered.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type GroupWindow, visitMemberMessages } from '../window.ts';

/** M3 群众活跃: who of the members spoke, and on how many days. */
export type Activity = {
  speakers: number;
  size: number;
  /** A = distinct member speakers ÷ size. */
  activeRatio: number;
  activeDays: number;
  /** Substantive member messages. */
  messages: number;
  isQuiet: boolean;
};

export function isQuiet(size: number, activeDays: number, activeRatio: number): boolean {
  const limit = THRESHOLDS.activity;
  if (activeDays <= (size < limit.smallSize ? limit.smallQuietDays : limit.quietDays)) return true;
  return (
    size >= limit.largeSize && activeRatio < limit.largeActiveRatio && activeDays <= limit.largeQuietDays
  );
}

/** In which look each speaker was last counted; one list for all groups, because a new one for each costs more than the counting. */
const spoke: number[] = [];
let looks = 0;

export const measureActivity = remembered((window: GroupWindow): Activity => {
  const { size } = window.timeline.history.group;
  const { memberPosts } = window.timeline;
  const look = ++looks;
  let [speakers, activeDays, messages, lastDay] = [0, 0, 0, -1];
  visitMemberMessages(memberPosts, window, (day, speaker, count) => {
    messages += count;
    if (day !== lastDay) activeDays++;
    lastDay = day;
    if (spoke[speaker] !== look) speakers++;
    spoke[speaker] = look;
  });
  const activeRatio = speakers / Math.max(1, size);
  return {
    speakers,
    size,
    activeRatio,
    activeDays,
    messages,
    isQuiet: isQuiet(size, activeDays, activeRatio),
  };
});

/** Secondary to M3: member messages of the last 7 days against the median of the 8 weeks before; null with no past. */
export function compareWithOwnWeeks(
  window: GroupWindow,
): { lastWeek: number; ownMedian: number; isBelow: boolean } | null {
  const { ownMedianWeeks, ownMedianShare } = THRESHOLDS.activity;
  const firstDay = window.lastDay - 7 * (ownMedianWeeks + 1) + 1;
  if (window.timeline.memberPosts.firstDay > firstDay) return null;
  const weeks = new Array<number>(ownMedianWeeks + 1).fill(0);
  visitMemberMessages(window.timeline.memberPosts, { firstDay, lastDay: window.lastDay }, (day, _, count) => {
    const week = Math.floor((window.lastDay - day) / 7);
    weeks[week] = (weeks[week] ?? 0) + count;
  });
  const lastWeek = weeks[0] ?? 0;
  const before = weeks.slice(1).sort((a, b) => a - b);
  const ownMedian = ((before[ownMedianWeeks / 2 - 1] ?? 0) + (before[ownMedianWeeks / 2] ?? 0)) / 2;
  return { lastWeek, ownMedian, isBelow: lastWeek < ownMedian * ownMedianShare };
}
