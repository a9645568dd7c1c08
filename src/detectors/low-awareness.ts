import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** Members greeted one by one in a day: so many a person can talk with. */
const MOST_A_DAY = 5;
const WORKDAYS = 5;

/** 群众不知道找谁: of those asked, fewer than half know their contact, and more answers would hardly lift it. */
export const lowAwareness = defineDetector({
  name: 'low-awareness',
  title: '群众不知道找谁',
  quotation: { number: 'F13', words: '问到群众，就很少能说得清楚' },
  severity: 'warn',
  detect(window, { awareness }) {
    const { asked, answered, responseRate, k, n, share, low, high } = awareness;
    if (k === null || share === null || high === null) return 'no-data';
    const { shareBelow, highBelow } = THRESHOLDS.survey;
    if (share >= shareBelow || high >= highBelow) return null;
    const aDay = Math.min(MOST_A_DAY, Math.ceil((n - k) / WORKDAYS));
    return {
      evidence: { asked, answered, responseRate, knows: k, share, low, high },
      prescription: `问${asked}位，${n}位答，${k}位知道找谁。${actDay(window.day)}起每天跟${aDay}位群众单独说说自己是谁、能办什么。`,
    };
  },
});
