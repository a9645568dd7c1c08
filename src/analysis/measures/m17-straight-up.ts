import { type StraightUp, straightUpsOf } from '../../ticket/straight-up.ts';
import { HOUR_MS } from '../../time.ts';
import type { GroupWindow } from '../window.ts';

/** M17 直报: how soon a leader took note of a member's straight-up words, and how soon the member was told. */
export type StraightUpLatency = {
  sent: number;
  acknowledged: number;
  /** Within 24 working hours; those whose time still runs are left out. */
  inTime: number;
  late: number;
  /** Of those whose time is over or who were answered, 0-1; null without. */
  inTimeShare: number | null;
  told: number;
  /** Working hours, median; null while none. */
  medianAckHours: number | null;
  medianToldHours: number | null;
};

function medianHours(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2 / HOUR_MS;
}

/** The straight-up words sent in the window, each with the number of its ticket. */
export const straightUpsIn = ({ timeline, from, to }: GroupWindow): (StraightUp & { number: number })[] =>
  timeline.history.tickets
    .flatMap(({ opening, events }) => {
      const known = events.filter(event => event.at.getTime() <= to);
      return straightUpsOf(known, new Date(to)).map(word => ({ ...word, number: opening.number }));
    })
    .filter(({ sentAt }) => sentAt.getTime() >= from);

export function measureStraightUp(
  window: GroupWindow,
  words: readonly StraightUp[] = straightUpsIn(window),
): StraightUpLatency {
  const inTime = words.filter(word => word.isInTime === true).length;
  const late = words.filter(word => word.isInTime === false).length;
  const acknowledged = words.flatMap(word => word.acknowledged ?? []);
  const told = words.flatMap(word => word.told ?? []);
  return {
    sent: words.length,
    acknowledged: acknowledged.length,
    inTime,
    late,
    inTimeShare: inTime + late > 0 ? inTime / (inTime + late) : null,
    told: told.length,
    medianAckHours: medianHours(acknowledged.map(length => length.workingMs)),
    medianToldHours: medianHours(told.map(length => length.workingMs)),
  };
}
