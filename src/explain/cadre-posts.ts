import { dayFromNumber, workdaysAfter } from '../analysis/day-number.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { rowsWithin } from '../analysis/window.ts';
import { defineRows } from './define.ts';

/** M1: everything the cadres posted, whether it counts, and the 7-day spans that are asked for. */
export const cadrePosts = defineRows({
  id: 'M1',
  rows({ window, cadre, message }) {
    const { timeline, firstDay, lastDay } = window;
    const posts = rowsWithin(timeline.cadrePosts, firstDay, lastDay).map(post => ({
      kind: 'cadre-post',
      day: dayFromNumber(post.day),
      message: message(post.messageId),
      cadre: cadre(post.byId),
      week: Math.floor((lastDay - post.day) / 7) + 1,
      counts: post.isSubstantive && post.previousDay < firstDay,
    }));
    const weeks = Array.from({ length: THRESHOLDS.cadreVoice.spans }, (_, span) => {
      const end = lastDay - 7 * span;
      return {
        kind: 'week',
        week: span + 1,
        from: dayFromNumber(end - 6),
        to: dayFromNumber(end),
        isAsked: workdaysAfter(end - 7, end) > 0,
      };
    });
    return [...posts, ...weeks];
  },
});
