import { dueAtOf } from '../analysis/measures/m18-catalogue.ts';
import { dayOf } from '../time.ts';
import { defineRows } from './define.ts';

/** improvement-not-closed: each improvement task known then, with its limit and the last act on it. */
export const improvements = defineRows({
  id: 'improvement-not-closed',
  rows: ({ window }) =>
    window.timeline.history.improvements
      .filter(({ opening }) => opening.openedAt.getTime() <= window.to)
      .map(log => ({
        kind: 'improvement',
        ticket: log.opening.number,
        day: dayOf(log.opening.openedAt),
        dueDay: dayOf(new Date(dueAtOf(log, window.to))),
        lastAct: log.events.findLast(({ at }) => at.getTime() <= window.to)?.act ?? 'open',
      })),
});
