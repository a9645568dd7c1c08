import { dayNumberAt } from '../analysis/day-number.ts';
import { closingsIn } from '../analysis/measures/m12-solved-reality.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** Members who can be called in a week beside the work. */
const CALLS_A_WEEK = 10;

/** 自说自话: closed on the closer's own word, the member not asked or of another mind (M12). */
export const selfCertified = defineDetector({
  name: 'self-certified',
  title: '办结没问过本人',
  quotation: { number: 'F12', words: '自说自话、内部循环' },
  severity: 'warn',
  detect(window, { solvedReality }) {
    const { closed, selfClosed, selfClosedShare, isSelfCertified } = solvedReality;
    if (closed === 0) return 'no-data';
    if (!isSelfCertified) return null;
    const own = closingsIn(window)
      .filter(closing => closing.isSelfClosed)
      .sort((a, b) => a.at - b.at || (a.ticketId < b.ticketId ? -1 : 1));
    const oldestDays = window.lastDay - dayNumberAt(own[0]?.at ?? window.to);
    const calls = Math.min(CALLS_A_WEEK, selfClosed);
    return {
      evidence: {
        closed,
        selfClosed,
        selfClosedShare,
        oldestDays,
        ticketIds: own.slice(0, 20).map(closing => closing.ticketId),
      },
      prescription: `${closed}件办结里${selfClosed}件没问过本人或本人说没办好。${actDay(window.day)}起从${oldestDays}天前那件问起，这周问${calls}位办好没有。`,
    };
  },
});
