import { dueAtFor } from '../../src/limits.ts';
import type { TicketAct, TicketLog, TicketOpening } from '../../src/ticket.ts';
import { HOUR_MS } from '../../src/time.ts';

/** An act by somebody (null: the program), so many hours after the opening, perhaps with stars. */
export type ActOf = readonly [act: TicketAct, byId: string | null, hours: number, stars?: number];

/** A ticket of `g1` with its log. */
export function ticketLog(
  opening: Partial<TicketOpening> & Pick<TicketOpening, 'number' | 'openedAt'>,
  acts: readonly ActOf[],
): TicketLog {
  const id = `t${opening.number}`;
  return {
    opening: {
      id,
      kind: 'request',
      groupId: 'g1',
      requesterId: 'p1',
      topic: '',
      messageId: null,
      assigneeId: null,
      dueAt: dueAtFor(opening.openedAt),
      ...opening,
    },
    events: acts.map(([act, byId, hours, stars], at) => ({
      ticketId: id,
      seq: at + 2,
      at: new Date(opening.openedAt.getTime() + hours * HOUR_MS),
      byId,
      act,
      data: stars === undefined ? {} : { stars },
    })),
  };
}
