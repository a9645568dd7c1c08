import { isHelped, type TimelineNeed } from '../analysis/needs.ts';
import { type GroupWindow, needsIn } from '../analysis/window.ts';

/** The needs of the window that nobody has helped with, one telling of each, the oldest first. */
export const unansweredIn = (window: GroupWindow): TimelineNeed[] =>
  needsIn(window).flatMap(tellings => {
    const [first] = tellings;
    return first && !tellings.some(need => isHelped(need, window.to)) ? [first] : [];
  });

/** 2个问题、1件诉求 */
export function countInWords(needs: readonly TimelineNeed[]): string {
  const questions = needs.filter(need => need.label === 'question').length;
  const requests = needs.length - questions;
  return [questions > 0 ? `${questions}个问题` : '', requests > 0 ? `${requests}件诉求` : '']
    .filter(words => words !== '')
    .join('、');
}

/** Whole days since the oldest was said. */
export const daysWaited = (needs: readonly TimelineNeed[], window: GroupWindow): number =>
  needs[0] ? window.lastDay - needs[0].day : 0;

/** Ids behind a finding; enough to open it, not a whole month. */
export const idsOf = (rows: readonly { messageId: string }[]): string[] =>
  rows.slice(0, 20).map(row => row.messageId);
