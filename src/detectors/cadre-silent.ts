import { cadreMessagesIn } from '../analysis/window.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 干部不发言: below once a week. */
export const cadreSilent = defineDetector({
  name: 'cadre-silent',
  title: '一个月没说几句话',
  quotation: { number: 'F1', words: '一个月也没发几次言' },
  severity: 'alarm',
  detect(window, { cadreVoice, help }) {
    if (!window.timeline.hasCadre) return 'no-data';
    if (!cadreVoice.isSilent) return null;
    const waiting = unansweredIn(window);
    const { messages, weeks, workingWeeks, silentDays } = cadreVoice;
    const silence =
      silentDays === null
        ? '30天没有干部发言'
        : `近30天干部发言${messages}次（近4周有${weeks}周），最近在${silentDays}天前`;
    const act =
      waiting.length > 0
        ? `${actDay(window.day)}先到群里回${countInWords(waiting)}`
        : `${actDay(window.day)}到群里半小时，问大家最近要办什么事`;
    return {
      evidence: {
        messages,
        weeks,
        workingWeeks,
        silentDays,
        needs: help.needs,
        cadreMessageIds: idsOf(cadreMessagesIn(window)),
        unansweredNeedIds: idsOf(waiting),
      },
      prescription: `${silence}，${act}。`,
    };
  },
});
