import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 二传手: volunteers answer, the cadre speaks with nobody (M9). About the absence; the volunteers deserve praise. */
export const relay = defineDetector({
  name: 'relay',
  title: '有事都是志愿者在接',
  quotation: { number: 'F7', words: '实际是个“二传手”' },
  severity: 'note',
  detect(window, { relay: measured }) {
    const { answered, byVolunteer, volunteers, share, exchanged, isRelay } = measured;
    if (!window.timeline.hasCadre || share === null) return 'no-data';
    if (!isRelay) return null;
    const waiting = unansweredIn(window);
    const act = waiting.length > 0 ? `回${countInWords(waiting)}` : '接下一件';
    return {
      evidence: { answered, byVolunteer, volunteers, share, exchanged, unansweredNeedIds: idsOf(waiting) },
      prescription: `回应${answered}件，${byVolunteer}件是${volunteers}位志愿者先答，干部90天没和群众对话。${actDay(window.day)}先道谢，再亲自${act}。`,
    };
  },
});
