import { countSolving } from '../analysis/measures/solving.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** One decimal at most, so that what differs is said differently. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** 光有数量: more members linked than two months ago, and what was done for them got worse (M16). */
export const quantityWithoutQuality = defineDetector({
  name: 'quantity-without-quality',
  title: '联系的人多了，事办得差了',
  quotation: { number: 'F15', words: '光有数量是不够的' },
  severity: 'warn',
  detect(window, { divergence }) {
    const { coverage, quality, qualityBefore, isDiverging } = divergence;
    if (coverage === null || quality === null || qualityBefore === null) return 'no-data';
    if (!isDiverging) return null;
    const { past, solved } = countSolving(window);
    const unsolved = past - solved;
    const coverageBefore = divergence.coverageBefore ?? 0;
    const linked = `名单覆盖${rounded(100 * coverageBefore)}%到${rounded(100 * coverage)}%`;
    const worse = `办事得分${rounded(qualityBefore)}降到${rounded(quality)}`;
    const act = unsolved > 0 ? `先别加人，把到期没落实的${unsolved}件办实` : '先别加人，问问不满意的差在哪';
    return {
      evidence: { coverage, coverageBefore, quality, qualityBefore, unsolved },
      prescription: `${linked}，${worse}。${actDay(window.day)}${act}。`,
    };
  },
});
