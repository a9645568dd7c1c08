import { dueAtFor } from '../../src/limits.ts';
import type { TicketEvent, TicketLog, TicketOpening } from '../../src/ticket.ts';
import { addDays, HOUR_MS, startOfDay } from '../../src/time.ts';
import { FIRST_DAY } from './communities.ts';

/** Ten in the morning of a day of a script. */
export const tenOn = (day: number): Date =>
  new Date(startOfDay(addDays(FIRST_DAY, day)).getTime() + 10 * HOUR_MS);

/** One act of a ticket: what, by whom (null the program), on which day of the script. */
export type Act = [act: TicketEvent['act'], byId: string | null, day: number, data?: TicketEvent['data']];

/** A ticket of the script's group with its acts in the order given, a minute apart on the same day. */
export function ticketLog(
  id: string,
  openedDay: number,
  acts: Act[],
  more: Partial<TicketOpening> = {},
): TicketLog {
  const openedAt = tenOn(openedDay);
  return {
    opening: {
      id,
      number: 1,
      kind: 'request',
      groupId: 'g1',
      requesterId: 'p1',
      topic: '换一盏灯',
      messageId: null,
      assigneeId: null,
      openedAt,
      dueAt: dueAtFor(openedAt),
      ...more,
    },
    events: acts.map(([act, byId, day, data = {}], at) => ({
      ticketId: id,
      seq: at + 2,
      at: new Date(tenOn(day).getTime() + (at + 1) * 60_000),
      byId,
      act,
      data,
    })),
  };
}

/** A ticket named after the day of the script on which everything was done, each act by whom and handed to whom. */
export const ticketOn = (
  day: number,
  acts: readonly [act: Act[0], byId: Act[1], toId?: string][],
  more: Partial<TicketOpening> = {},
): TicketLog =>
  ticketLog(
    `t${day}`,
    day,
    acts.map(([act, byId, toId]) => [act, byId, day, toId === undefined ? {} : { toId }]),
    more,
  );
