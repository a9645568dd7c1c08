import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, daysWaited, idsOf, unansweredIn } from './unanswered.ts';

/** 没有帮助记录: 有求无应 where members asked, 无人问津 where nobody asked. */
export const noHelpRecord = defineDetector({
  name: 'no-help-record',
  title: '没有帮群众解决问题的记录',
  quotation: { number: 'F2', words: '更缺少帮群众解决问题的记录' },
  severity: 'alarm',
  detect(window, { help, activity }) {
    if (help.noHelp === null) return null;
    const evidence = { kind: help.noHelp, needs: help.needs, help: help.help, botHelp: help.botHelp };
    if (help.noHelp === 'no-needs') {
      return {
        severity: 'warn',
        evidence: { ...evidence, speakers: activity.speakers },
        prescription: `30天里${activity.speakers}人说过话，没有人来求助。${actDay(window.day)}在群里发服务清单，约一次上门。`,
      };
    }
    const waiting = unansweredIn(window);
    const waited = daysWaited(waiting, window);
    return {
      evidence: { ...evidence, oldestWaitDays: waited, unansweredNeedIds: idsOf(waiting) },
      prescription: `${countInWords(waiting)}没人回，最早的等了${waited}天。${actDay(window.day)}前逐件回到本人，办不了的说明去处。`,
    };
  },
});
