import { straightUpsIn } from '../analysis/measures/m17-straight-up.ts';
import { dayOf, HOUR_MS } from '../time.ts';
import { defineRows } from './define.ts';

/** M17: each straight-up word with the working hours until the leader's and the member's side heard of it. */
export const straightUps = defineRows({
  id: 'M17',
  rows: ({ window }) =>
    straightUpsIn(window).map(({ number, sentAt, acknowledged, told, isInTime }) => ({
      kind: 'straight-up',
      day: dayOf(sentAt),
      ticket: number,
      ackHours: acknowledged && acknowledged.workingMs / HOUR_MS,
      isInTime,
      toldHours: told && told.workingMs / HOUR_MS,
    })),
});
