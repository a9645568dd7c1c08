import { voiceOf } from '../analysis/roster.ts';
import { solversIn } from '../analysis/solved-by.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 服务由别人做: nearly all that was solved others solved; the credit is theirs. */
export const serviceSubstituted = defineDetector({
  name: 'service-substituted',
  title: '事情多由热心人办成',
  quotation: { number: 'F10', words: '直接服务妇女的是社会组织的工作人员' },
  severity: 'note',
  detect(window) {
    if (!window.timeline.hasCadre) return 'no-data';
    const solvers = solversIn(window);
    const others = solvers.filter(personId => voiceOf(window.timeline.roster, personId) !== 'cadre');
    const limit = THRESHOLDS.substituted;
    const share = others.length / Math.max(1, solvers.length);
    if (solvers.length < limit.leastSolved || share < limit.share) return null;
    const doers = new Set(others).size;
    const waiting = unansweredIn(window);
    const act = waiting.length > 0 ? `先回${countInWords(waiting)}` : '和他们一起接一件';
    return {
      evidence: {
        solved: solvers.length,
        byOthers: others.length,
        doers,
        share,
        unansweredNeedIds: idsOf(waiting),
      },
      prescription: `办成${solvers.length}件，其中${others.length}件靠${doers}位热心人。${actDay(window.day)}在群里谢谢他们，干部${act}。`,
    };
  },
});
