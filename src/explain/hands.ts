import { wayToActOf } from '../ticket/hands.ts';
import { dayOf } from '../time.ts';
import { defineRows } from './define.ts';

/** too-many-hands: each ticket first acted on in the window, and through how many hands the words had gone. */
export const hands = defineRows({
  id: 'too-many-hands',
  rows: ({ window: { timeline, from, to } }) =>
    timeline.history.tickets.flatMap(({ opening, events }) => {
      const way = wayToActOf(events.filter(event => event.at.getTime() <= to));
      return way && way.actedAt.getTime() >= from
        ? { kind: 'acted', day: dayOf(way.actedAt), ticket: opening.number, hands: way.hands }
        : [];
    }),
});
