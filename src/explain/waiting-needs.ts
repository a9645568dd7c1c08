import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { waitingNeedsIn } from '../analysis/measures/m07-answered.ts';
import { defineRows } from './define.ts';

/** M7: each need once, who answered first, and the working minutes it waited, or has waited so far. */
export const waitingNeeds = defineRows({
  id: 'M7',
  rows: ({ window, message }) =>
    waitingNeedsIn(window).flatMap(({ tellings: [first], first: answer, wait, isBotAnswered }) =>
      first
        ? {
            kind: 'need',
            day: dayFromNumber(dayNumberAt(first.at)),
            message: message(first.messageId),
            label: first.label,
            isAnswered: wait.isAnswered,
            by: answer?.voice ?? null,
            minutes: wait.minutes,
            isBotAnswered,
          }
        : [],
    ),
});
