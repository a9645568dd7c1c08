import type { TicketAct } from './acts.ts';
import type { TicketEvent } from './shape.ts';

/** A length of time in milliseconds, as the clock ran and in working time. */
export interface Duration {
  rawMs: number;
  workingMs: number;
}

/** How long a ticket took, read from its log; null for what has not happened. */
export interface Durations {
  /** To the first act of a person in charge: taken on, answered, handed on or closed. */
  response: Duration | null;
  /** To the last closing. */
  closing: Duration | null;
  /** To the member's 解决了. */
  solving: Duration | null;
  /** Working milliseconds it waited for something outside. */
  waitedMs: number;
}

const RESPONSES: readonly TicketAct[] = ['accept', 'answer', 'transfer', 'wait', 'close'];

function durationOf(event: TicketEvent | undefined): Duration | null {
  const { rawMs, workingMs } = event?.data ?? {};
  return rawMs === undefined || workingMs === undefined ? null : { rawMs, workingMs };
}

/** Durations as they were written when each act was done. */
export const durationsOf = (events: readonly TicketEvent[]): Durations => ({
  response: durationOf(events.find(event => event.byId !== null && RESPONSES.includes(event.act))),
  closing: durationOf(events.findLast(event => event.act === 'close')),
  solving: durationOf(events.findLast(event => event.act === 'confirm')),
  waitedMs: events.reduce((sum, event) => sum + (event.data.waitedMs ?? 0), 0),
});
