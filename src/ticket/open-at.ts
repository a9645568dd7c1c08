import type { TicketAct } from './acts.ts';
import type { TicketLog } from './shape.ts';

const SETTLES: ReadonlySet<TicketAct> = new Set(['close', 'confirm', 'reopen', 'withdraw', 'erase']);

/** Neither done nor taken back at a moment (UTC ms), as the log says. */
export function isOpenAt({ opening, events }: TicketLog, at: number): boolean {
  const last = events.findLast(event => event.at.getTime() <= at && SETTLES.has(event.act));
  return opening.openedAt.getTime() <= at && (last === undefined || last.act === 'reopen');
}
