import { measureServiceTouches } from '../analysis/service-touches.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';
import { aDayFor } from './pace.ts';

/** 联系没有内容: linked for half a year and longer, and most of them never served as far as is known. */
export const linkWithoutService = defineDetector({
  name: 'link-without-service',
  title: '建了联系没有服务',
  quotation: { number: 'F5', words: '只是建了联系而没有实际服务内容' },
  severity: 'warn',
  detect(window) {
    const { linked, untouched } = measureServiceTouches(window);
    const limit = THRESHOLDS.linkedService;
    if (linked < limit.leastLinked) return 'no-data';
    const share = untouched / linked;
    if (share <= limit.share) return null;
    return {
      evidence: { linked, untouched, share },
      prescription: `联系满半年的${linked}位群众，有${untouched}位没有服务记录。${actDay(window.day)}起每天上门或打电话问${aDayFor(untouched)}位要办什么事。`,
    };
  },
});
