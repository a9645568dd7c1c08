import { dayFromNumber } from '../analysis/day-number.ts';
import { rowsWithin, visitMemberMessages } from '../analysis/window.ts';
import { defineRows } from './define.ts';

/** M6: what cadres posted and members said day by day, and the bursts of posts with whether somebody answered. */
export const notices = defineRows({
  id: 'M6',
  rows({ window }) {
    const { timeline, firstDay, lastDay, to } = window;
    const days = new Map<number, { cadrePosts: number; memberMessages: number }>();
    const rowOf = (day: number) => {
      const row = days.get(day) ?? { cadrePosts: 0, memberMessages: 0 };
      days.set(day, row);
      return row;
    };
    for (const post of rowsWithin(timeline.cadrePosts, firstDay, lastDay)) rowOf(post.day).cadrePosts++;
    visitMemberMessages(timeline.memberPosts, window, (day, _, count) => {
      rowOf(day).memberMessages += count;
    });
    const spoken = [...days]
      .sort(([a], [b]) => a - b)
      .map(([day, counts]) => ({ kind: 'day', day: dayFromNumber(day), ...counts }));
    const bursts = rowsWithin(timeline.bursts, firstDay, lastDay).map(burst => ({
      kind: 'burst',
      day: dayFromNumber(burst.day),
      isEchoed: burst.echoedAt !== null && burst.echoedAt <= to,
    }));
    return [...spoken, ...bursts];
  },
});
