import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { closingsIn, parkedAt } from '../analysis/measures/m12-solved-reality.ts';
import { defineRows } from './define.ts';

/** M12: each ticket closed in the window with what the member was asked and said, and those put aside. */
export const closings = defineRows({
  id: 'M12',
  rows: ({ window }) => [
    ...closingsIn(window).map(({ number, at, isAsked, isReplied, isSelfClosed, isReopened }) => ({
      kind: 'closing',
      day: dayFromNumber(dayNumberAt(at)),
      ticket: number,
      isAsked,
      isReplied,
      isSelfClosed,
      isReopened,
    })),
    ...parkedAt(window).map(({ opening }) => ({ kind: 'parked', ticket: opening.number })),
  ],
});
