import { dayFromNumber, workdaysAfter } from '../analysis/day-number.ts';
import { cadreMessagesIn } from '../analysis/window.ts';
import { defineRows } from './define.ts';

/** M5: the days on which a cadre spoke between the edges of the window, and the working days since the one before. */
export const cadreDays = defineRows({
  id: 'M5',
  rows({ window }) {
    const spoken = [...new Set(cadreMessagesIn(window).map(post => post.day))];
    const points = [
      { kind: 'window-start', day: window.firstDay },
      ...spoken.map(day => ({ kind: 'cadre-day', day })),
      { kind: 'window-end', day: window.lastDay },
    ];
    return points.map(({ kind, day }, at) => {
      const before = points[at - 1]?.day;
      return {
        kind,
        day: dayFromNumber(day),
        workdaysSince: before === undefined ? null : workdaysAfter(before, day),
      };
    });
  },
});
