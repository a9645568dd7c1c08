import type { TicketLog } from '../../ticket.ts';
import type { GroupWindow } from '../window.ts';
import { isVouchedFor } from './m12-solved-reality.ts';

/** M18 服务清单: matters of a listed service delivered by their limit, and listed services nobody used. */
export type CatalogueDelivery = {
  /** Service lines listed; null where the unit has no catalogue. */
  listed: number | null;
  /** Matters of a listed line whose limit fell into the window. */
  due: number;
  onTime: number;
  /** Null when nothing was due. */
  share: number | null;
  /** Listed lines without a matter up to now; null without a catalogue. */
  neverUsed: number | null;
};

/** The limit that holds at a moment (UTC ms): the last that an act set, else the first. */
export function dueAtOf({ opening, events }: TicketLog, to: number): number {
  const set = events.findLast(
    ({ act, data, at }) => at.getTime() <= to && act !== 'miss' && data.dueAt !== undefined,
  );
  return set?.data.dueAt === undefined ? opening.dueAt.getTime() : Date.parse(set.data.dueAt);
}

/** Closed by its limit, not on the closer's word alone (M12), and not given back by the member since. */
function isOnTime(ticket: TicketLog, due: number, to: number): boolean {
  const { events } = ticket;
  const last = events.findLast(
    ({ act, at }) => at.getTime() <= to && (act === 'close' || act === 'confirm' || act === 'reopen'),
  );
  const closed = events.findLast(({ act, at }) => act === 'close' && at.getTime() <= to);
  const done = closed ?? events.findLast(({ act, at }) => act === 'confirm' && at.getTime() <= to);
  const isDone = last !== undefined && last.act !== 'reopen' && isVouchedFor(ticket, to);
  return isDone && done !== undefined && done.at.getTime() <= due;
}

/** 不用了: what the member no longer wants is not due. */
const isWithdrawn = ({ events }: TicketLog, to: number): boolean =>
  events.some(({ act, at }) => act === 'withdraw' && at.getTime() <= to);

/** Matters of a listed line whose limit fell into the window, and the listed lines with those of them that were ever used. */
export function catalogueMattersIn({ timeline, from, to }: GroupWindow) {
  const { catalogue, tickets } = timeline.history;
  const lines = new Set(catalogue?.lines);
  const known = tickets.filter(({ opening }) => opening.openedAt.getTime() <= to);
  const listed = known.filter(({ opening }) => lines.has(opening.line ?? ''));
  const used = new Set(listed.map(({ opening }) => opening.line ?? ''));
  return {
    lines: [...lines].sort(),
    used: [...used].sort(),
    due: listed
      .filter(ticket => !isWithdrawn(ticket, to))
      .map(ticket => ({ ticket, at: dueAtOf(ticket, to) }))
      .filter(({ at }) => at >= from && at <= to)
      .map(({ ticket, at }) => ({ opening: ticket.opening, at, isOnTime: isOnTime(ticket, at, to) })),
  };
}

export function measureCatalogue(
  window: GroupWindow,
  { lines, used, due } = catalogueMattersIn(window),
): CatalogueDelivery {
  const { catalogue } = window.timeline.history;
  if (catalogue === null) return { listed: null, due: 0, onTime: 0, share: null, neverUsed: null };
  const onTime = due.filter(matter => matter.isOnTime).length;
  return {
    listed: lines.length,
    due: due.length,
    onTime,
    share: due.length > 0 ? onTime / due.length : null,
    neverUsed: lines.length - used.length,
  };
}
