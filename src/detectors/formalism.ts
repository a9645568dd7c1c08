import { type FormalSign, formalSignsOf } from '../analysis/formal-signs.ts';
import type { MonthEnd } from '../analysis/month-ends.ts';
import { actDay } from './act-day.ts';
import { defineDetector } from './define.ts';

/** `2026-08-25` → 8月25日 */
const dayInWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const saidOf = ({ month, acts, atEnd }: MonthEnd): string => `${month}月${acts}次里有${atEnd}次`;

const WORDS: Record<FormalSign['sign'], (sign: FormalSign, when: string) => string> = {
  copies: ({ n, of }, when) =>
    `30天${of}条发言有${n}条内容一样。${when}先停发，问三五位最想知道什么，再写一条自己的话。`,
  answers: ({ n, of }, when) =>
    `${of}次答复有${n}次是同一段话。${when}起挨个问这些人办成没有，没办成的按各人的事再答。`,
  filler: ({ n, of }, when) =>
    `群众发的${of}条里有${n}条是收到、接龙。${when}起通知写明“不用回复”，改问一个要商量的事。`,
  closings: ({ n, of, day = '' }, when) =>
    `${of}件办结有${n}件都在${dayInWords(day)}。${when}起逐件问本人办好没有，没办好的重新打开。`,
  'month-ends': ({ months = [] }, when) =>
    `${[...months].reverse().map(saidOf).join('、')}在最后3个工作日。${when}起每周定一天办，不等月底。`,
};

/** 形式化: copied words, 收到 and 接龙, bulk closing, month-end rushes; one sign is enough. */
export const formalism = defineDetector({
  name: 'formalism',
  title: '形式多过办实事',
  quotation: { number: 'F17', words: '覆盖面推得比较广后就容易出现形式化' },
  severity: 'warn',
  detect(window) {
    if (!window.timeline.hasCadre) return 'no-data';
    const signs = formalSignsOf(window);
    const [plainest] = signs;
    if (!plainest) return null;
    const { sign, n, of, share } = plainest;
    return {
      evidence: { plainest: sign, n, of, share, signs },
      prescription: WORDS[sign](plainest, actDay(window.day)),
    };
  },
});
