import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { catalogueMattersIn } from '../analysis/measures/m18-catalogue.ts';
import { defineRows } from './define.ts';

/** M18: matters of a listed service line that fell due, and each listed line with whether anybody ever used it. */
export const matters = defineRows({
  id: 'M18',
  rows({ window }) {
    const { lines, used, due } = catalogueMattersIn(window);
    return [
      ...due.map(({ opening, at, isOnTime }) => ({
        kind: 'due',
        day: dayFromNumber(dayNumberAt(at)),
        ticket: opening.number,
        line: opening.line ?? null,
        isOnTime,
      })),
      ...lines.map(line => ({ kind: 'listed-line', line, isUsed: used.includes(line) })),
    ];
  },
});
