import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { firstAnswerOf } from '../analysis/needs.ts';
import { needsIn } from '../analysis/window.ts';
import { defineRows } from './define.ts';

/** M9: each answered need with the capacity of who answered first; `isNewVolunteer` marks each volunteer once. */
export const firstAnswers = defineRows({
  id: 'M9',
  rows({ window, message }) {
    const volunteers = new Set<string>();
    return needsIn(window).flatMap(tellings => {
      const answer = firstAnswerOf(tellings, window.to);
      const [first] = tellings;
      if (!answer || !first) return [];
      const isNew = answer.voice === 'volunteer' && !volunteers.has(answer.byId);
      if (isNew) volunteers.add(answer.byId);
      return {
        kind: 'answered-need',
        day: dayFromNumber(dayNumberAt(first.at)),
        message: message(first.messageId),
        by: answer.voice,
        isNewVolunteer: isNew,
      };
    });
  },
});
