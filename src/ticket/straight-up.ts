import { ACKNOWLEDGE_MS } from '../reminder.ts';
import { type Calendar, OFFICE, workingMsBetween } from '../time.ts';
import type { Duration } from './durations.ts';
import type { TicketEvent } from './shape.ts';

/** One straight-up word from the member to the leader and back (M17: “直接把问题反映到了全国妇联领导的手机上”). */
export interface StraightUp {
  sentAt: Date;
  /** The leader it was sent to. */
  leaderId: string | null;
  /** From sending to the leader's first word about it; null while there is none. */
  acknowledged: Duration | null;
  /** From sending to the member being asked whether it is solved, with the answer; null while that is open. */
  told: Duration | null;
  /** Acknowledged within 24 working hours; null while that time still runs. */
  isInTime: boolean | null;
}

const isStraightUp = ({ act, data }: TicketEvent): boolean =>
  act === 'escalate' && data.reason === 'straight-up';

/** A leader says 收到 or 批示, or the one it was sent to acts at once. */
const isLeadersWord = ({ act, byId }: TicketEvent, leaderId: string | null): boolean =>
  act === 'acknowledge' || (byId !== null && byId === leaderId);

/** M17: every straight-up word of one ticket's log, in order; pure, so that the same log always says the same. */
export function straightUpsOf(
  events: readonly TicketEvent[],
  now: Date,
  calendar: Calendar = OFFICE,
): StraightUp[] {
  return events.flatMap((sent, index) => {
    if (!isStraightUp(sent)) return [];
    const later = events.slice(index + 1);
    const next = later.findIndex(isStraightUp);
    const own = next < 0 ? later : later.slice(0, next);
    const leaderId = sent.data.toId ?? null;
    const since = (event: TicketEvent | undefined): Duration | null =>
      event
        ? {
            rawMs: event.at.getTime() - sent.at.getTime(),
            workingMs: workingMsBetween(sent.at, event.at, calendar),
          }
        : null;
    const acknowledged = since(own.find(event => isLeadersWord(event, leaderId)));
    const told = since(own.find(({ act }) => act === 'ask'));
    const spentMs = acknowledged?.workingMs ?? workingMsBetween(sent.at, now, calendar);
    const isInTime = spentMs > ACKNOWLEDGE_MS ? false : acknowledged ? true : null;
    return [{ sentAt: sent.at, leaderId, acknowledged, told, isInTime }];
  });
}
