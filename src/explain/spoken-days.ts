import { dayFromNumber } from '../analysis/day-number.ts';
import { visitMemberMessages } from '../analysis/window.ts';
import { defineRows } from './define.ts';

interface SpokenDay {
  messages: number;
  people: Set<number>;
  newPeople: number;
}

/** M3: the days on which members spoke; `newPeople` had not spoken before in the window, so that they add up to the speakers. */
export const spokenDays = defineRows({
  id: 'M3',
  rows({ window }) {
    const days = new Map<number, SpokenDay>();
    const heard = new Set<number>();
    visitMemberMessages(window.timeline.memberPosts, window, (day, speaker, count) => {
      const row = days.get(day) ?? { messages: 0, people: new Set<number>(), newPeople: 0 };
      days.set(day, row);
      row.messages += count;
      row.people.add(speaker);
      if (!heard.has(speaker)) row.newPeople++;
      heard.add(speaker);
    });
    const rows = [...days].map(([day, { messages, people, newPeople }]) => ({
      kind: 'day',
      day: dayFromNumber(day),
      messages,
      people: people.size,
      newPeople,
    }));
    return [...rows, { kind: 'size', people: window.timeline.history.group.size }];
  },
});
