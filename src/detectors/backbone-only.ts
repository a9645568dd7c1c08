import { voiceOf } from '../analysis/roster.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { countInWords, idsOf, unansweredIn } from './unanswered.ts';

/** 只联系骨干: most of the cadres' talk is with backbone, far beyond their share of the members (M10). */
export const backboneOnly = defineDetector({
  name: 'backbone-only',
  title: '只和骨干来往',
  quotation: { number: 'F6', words: '只联系下级干部和基层骨干' },
  severity: 'warn',
  detect(window, { backbone }) {
    const { exchanges, withBackbone, withUnknown, share, shareOfMembers, isBackboneOnly } = backbone;
    const { leastExchanges } = THRESHOLDS.backbone;
    const isUndeclared = exchanges < leastExchanges && exchanges + withUnknown >= leastExchanges;
    if (shareOfMembers === null || isUndeclared) return 'no-data';
    if (!isBackboneOnly) return null;
    const waiting = unansweredIn(window).filter(
      need => voiceOf(window.timeline.roster, need.byId) !== 'backbone',
    );
    const unknown = withUnknown > 0 ? `（另${withUnknown}次身份未知）` : '';
    const act =
      waiting.length > 0
        ? `先回其他群众的${countInWords(waiting)}`
        : '起每天找1位没聊过的群众，问有什么事要办';
    return {
      evidence: {
        exchanges,
        withBackbone,
        withUnknown,
        share,
        shareOfMembers,
        unansweredNeedIds: idsOf(waiting),
      },
      prescription: `和群众来往${exchanges}次，${withBackbone}次是和骨干${unknown}。${actDay(window.day)}${act}。`,
    };
  },
});
