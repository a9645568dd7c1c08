import { measureInboundDemand } from '../analysis/inbound-demand.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** 没有人来找: two months, and nobody of a group of thirty and more asked for anything. */
export const noInboundDemand = defineDetector({
  name: 'no-inbound-demand',
  title: '没有群众来找',
  quotation: { number: 'F21', words: '群众不找你，怎么呼、谁来应' },
  severity: 'note',
  detect(window, { activity }) {
    const { days, leastCoverage, leastSize } = THRESHOLDS.demand;
    const { needs, coverage } = measureInboundDemand(window);
    const { size, speakers } = activity;
    if (needs > 0 || size < leastSize) return null;
    if (coverage < leastCoverage) return 'no-data';
    return {
      evidence: { days, needs, size, speakers },
      prescription: `${size}人的群${days}天没有人来求助，近30天${speakers}人说过话。${actDay(window.day)}发服务清单，再当面问3位群众有什么难处。`,
    };
  },
});
