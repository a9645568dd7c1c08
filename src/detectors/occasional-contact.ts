import { cadreMessagesIn } from '../analysis/window.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 只偶尔联系: the cadre does come, with long gaps between or all at once (M5). */
export const occasionalContact = defineDetector({
  name: 'occasional-contact',
  title: '隔很久才来一次',
  quotation: { number: 'F4', words: '只偶尔联系' },
  severity: 'warn',
  detect(window, { regularity }) {
    if (!window.timeline.hasCadre) return 'no-data';
    const messages = cadreMessagesIn(window);
    if (messages.length === 0 || !regularity.isIrregular) return null;
    const waiting = unansweredIn(window);
    const cadreDays = new Set(messages.map(post => post.day)).size;
    const { longestGap, burstiness } = regularity;
    const act =
      waiting.length > 0
        ? `先回${countInWords(waiting)}，再定每周一个固定时间`
        : '起定每周一个固定时间，到点在群里听大家说';
    return {
      evidence: {
        messages: messages.length,
        cadreDays,
        longestGap,
        burstiness,
        cadreMessageIds: idsOf(messages),
        unansweredNeedIds: idsOf(waiting),
      },
      prescription: `30天有${cadreDays}天到群里、说了${messages.length}次，最长空了${longestGap}个工作日。${actDay(window.day)}${act}。`,
    };
  },
});
