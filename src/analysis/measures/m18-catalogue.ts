import type { TicketLog } from '../../ticket.ts';
import type { GroupWindow } from '../window.ts';

/** M18 服务清单: matters of a listed service delivered by their limit, and listed services nobody used. */
export type CatalogueDelivery = {
  /** Services listed; null where the unit has no catalogue. */
  listed: number | null;
  /** Matters of a listed line whose limit fell into the window. */
  due: number;
  onTime: number;
  /** Null when nothing was due. */
  share: number | null;
  /** Listed lines without a matter up to now; null without a catalogue. */
  neverUsed: number | null;
};

/** The limit that holds at a moment: the last that an act set, else the first. */
function dueAtOf({ opening, events }: TicketLog, to: number): number {
  const set = events.findLast(
    ({ act, data, at }) => at.getTime() <= to && act !== 'miss' && data.dueAt !== undefined,
  );
  return set?.data.dueAt === undefined ? opening.dueAt.getTime() : Date.parse(set.data.dueAt);
}

/** Closed by its limit, and not given back by the member since. */
function isOnTime({ events }: TicketLog, due: number, to: number): boolean {
  const last = events.findLast(
    ({ act, at }) => at.getTime() <= to && (act === 'close' || act === 'confirm' || act === 'reopen'),
  );
  const closed = events.findLast(({ act, at }) => act === 'close' && at.getTime() <= to);
  const done = closed ?? events.findLast(({ act, at }) => act === 'confirm' && at.getTime() <= to);
  return last !== undefined && last.act !== 'reopen' && done !== undefined && done.at.getTime() <= due;
}

export function measureCatalogue({ timeline, from, to }: GroupWindow): CatalogueDelivery {
  const { catalogue, tickets } = timeline.history;
  if (catalogue === null) return { listed: null, due: 0, onTime: 0, share: null, neverUsed: null };
  const lines = new Set(catalogue.lines);
  const known = tickets.filter(({ opening }) => opening.openedAt.getTime() <= to);
  const listed = known.filter(({ opening }) => lines.has(opening.line ?? ''));
  const due = listed
    .map(ticket => ({ ticket, at: dueAtOf(ticket, to) }))
    .filter(({ at }) => at >= from && at <= to);
  const onTime = due.filter(({ ticket, at }) => isOnTime(ticket, at, to)).length;
  const used = new Set(listed.map(({ opening }) => opening.line));
  return {
    listed: catalogue.lines.length,
    due: due.length,
    onTime,
    share: due.length > 0 ? onTime / due.length : null,
    neverUsed: [...lines].filter(line => !used.has(line)).length,
  };
}
