import { dayFromNumber, dayNumberAt } from '../analysis/day-number.ts';
import { newcomersIn } from '../analysis/measures/m15-newcomers.ts';
import { defineRows } from './define.ts';

/** M15: day by day how many joined and what became of them. */
export const joins = defineRows({
  id: 'M15',
  rows({ window }) {
    const days = new Map<string, ReturnType<typeof newcomersIn>>();
    for (const person of newcomersIn(window)) {
      const day = dayFromNumber(dayNumberAt(person.at));
      days.set(day, [...(days.get(day) ?? []), person]);
    }
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, people]) => ({
        kind: 'day',
        day,
        joined: people.length,
        greeted: people.filter(person => person.isGreeted).length,
        joinedAWeekAgo: people.filter(person => person.spoke !== null).length,
        spoke: people.filter(person => person.spoke).length,
        joinedFourWeeksAgo: people.filter(person => person.stayed !== null).length,
        stayed: people.filter(person => person.stayed).length,
      }));
  },
});
