import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 群里冷清: the members hardly speak. */
export const quietGroup = defineDetector({
  name: 'quiet-group',
  title: '群里气氛冷清',
  quotation: { number: 'F3', words: '群里气氛比较冷清' },
  severity: 'warn',
  detect(window, { activity }) {
    if (!activity.isQuiet) return null;
    const waiting = unansweredIn(window);
    const { activeDays, speakers, size, activeRatio, messages } = activity;
    const act =
      waiting.length > 0
        ? `${actDay(window.day)}先把${countInWords(waiting)}回了`
        : `${actDay(window.day)}约三五位聊聊，定一件大家要办的事`;
    return {
      evidence: { activeDays, speakers, size, activeRatio, messages, unansweredNeedIds: idsOf(waiting) },
      prescription: `30天只有${activeDays}天有人说话，${speakers}人共${messages}句。${act}。`,
    };
  },
});
