import { measureInboundDemand } from '../analysis/inbound-demand.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { addDays, daysBetween } from '../time.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** Days in which the members can be asked before anything is done with their group. */
const ASKING_DAYS = 14;

/** 久冷的群: cold for two months and no needs; advice to merge it or to close it. */
export const zombieGroup = defineDetector({
  name: 'zombie-group',
  title: '久冷又无人求助',
  quotation: { number: 'F3', words: '群里气氛比较冷清' },
  severity: 'warn',
  detect(window, { activity }, standing) {
    if (standing?.state !== 'cold') return null;
    const { days } = THRESHOLDS.demand;
    const coldDays = daysBetween(standing.since, window.day);
    const { needs } = measureInboundDemand(window);
    if (coldDays < days || needs > 0) return null;
    const { size } = activity;
    const [askOn, actBy] = [actDay(window.day), actDay(addDays(window.day, ASKING_DAYS))];
    return {
      evidence: { since: standing.since, coldDays, needs, size },
      prescription: `冷了${coldDays}天，${days}天没有人求助。${askOn}起问${size}位成员去留，${actBy}前并入同类的活跃群或关群。`,
    };
  },
});
