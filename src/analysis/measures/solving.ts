import { dueAtFor } from '../../limits.ts';
import { remembered } from '../../remembered.ts';
import { isConfirmed, type TimelineNeed } from '../needs.ts';
import { type GroupWindow, needsIn } from '../window.ts';

/** Needs of the window whose limit has passed. */
export const needsPastLimit = remembered((window: GroupWindow): (readonly TimelineNeed[])[] =>
  needsIn(window).filter(tellings =>
    tellings.some(need => dueAtFor(new Date(need.at)).getTime() <= window.to),
  ),
);

/** Needs past their limit, and those of them of which the member said that they are solved: what S is made of. */
export const countSolving = remembered((window: GroupWindow): { past: number; solved: number } => {
  const past = needsPastLimit(window);
  const solved = past.filter(tellings => tellings.some(need => isConfirmed(need, window.to)));
  return { past: past.length, solved: solved.length };
});

/** S = 100·confirmed solved ÷ needs past their limit; null without such needs. */
export function solvingOf(window: GroupWindow): number | null {
  const { past, solved } = countSolving(window);
  return past > 0 ? (100 * solved) / past : null;
}
