import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { needsPastLimit } from '../analysis/measures/solving.ts';
import { isConfirmed } from '../analysis/needs.ts';
import { defineRows } from './define.ts';

/** S: each need past its limit, and whether the member said that it is solved. */
export const dueNeeds = defineRows({
  id: 'S',
  rows: ({ window, message }) =>
    needsPastLimit(window).flatMap(tellings => {
      const [first] = tellings;
      if (!first) return [];
      return {
        kind: 'due-need',
        day: dayFromNumber(dayNumberAt(first.at)),
        message: message(first.messageId),
        label: first.label,
        isConfirmed: tellings.some(need => isConfirmed(need, window.to)),
      };
    }),
});
