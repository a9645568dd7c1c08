import { dayNumberOf } from '../analysis/day-number.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { cadreMessagesIn } from '../analysis/window.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { idsOf } from './unanswered.ts';

/** 迎检突击: the cadre's words gather around a registered inspection and are missing elsewhere. */
export const inspectionSpike = defineDetector({
  name: 'inspection-spike',
  title: '为检查才热闹',
  quotation: { number: 'F9', words: '因为我们来调研才到社区' },
  severity: 'alarm',
  detect(window, { regularity }) {
    const limit = THRESHOLDS.inspection;
    const inspections = window.timeline.history.inspectionDays
      .map(dayNumberOf)
      .filter(day => day >= window.firstDay - limit.days && day <= window.lastDay + limit.days);
    if (window.timeline.history.inspectionDays.length === 0) return 'no-data';
    const messages = cadreMessagesIn(window);
    const near = messages.filter(post => inspections.some(day => Math.abs(post.day - day) <= limit.days));
    const share = near.length / Math.max(1, messages.length);
    if (messages.length < limit.leastMessages || share < limit.share || !regularity.isIrregular) return null;
    const quietGap = regularity.longestGap;
    return {
      evidence: {
        messages: messages.length,
        nearInspection: near.length,
        share,
        longestGap: quietGap,
        burstiness: regularity.burstiness,
        cadreMessageIds: idsOf(near),
      },
      prescription: `${messages.length}次发言有${near.length}次在检查前后，平时空了${quietGap}个工作日。从${actDay(window.day)}起定每周一个固定时间到群里。`,
    };
  },
});
