import { isOpenAt } from '../../ticket/open-at.ts';
import { waitedUntil } from '../../ticket/parked.ts';
import { DAY_MS } from '../../time.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { GroupWindow } from '../window.ts';

/** M12 办结是否属实: tickets closed on the closer's own word. */
export type SolvedReality = {
  closed: number;
  /** Closed without the member being asked, or contradicted by the member. */
  selfClosed: number;
  /** Asked, and the member said nothing. */
  askedWithoutReply: number;
  selfClosedShare: number | null;
  /** Reopened within 30 days. */
  reopened: number;
  /** 搁置: still open, and waited more than 30 days in all or more than twice; waiting stops their clock. */
  parked: number;
  isSelfCertified: boolean;
};

type Ticket = GroupWindow['timeline']['history']['tickets'][number];

/** A confirm or a rating is the member's own reply, with or without our asking; a cadre's confirm is none. */
const hasReply = ({ requesterId }: Ticket['opening'], events: Ticket['events']): boolean =>
  events.some(
    ({ act, byId }) => (act === 'confirm' || act === 'rate') && (byId === null || byId === requesterId),
  );

/** The member was asked whether it is solved, or said so, up to a moment: it is not the closer's word alone. */
export function isVouchedFor({ opening, events }: Ticket, until: number): boolean {
  const known = events.filter(event => event.at.getTime() <= until);
  return known.some(event => event.act === 'ask') || hasReply(opening, known);
}

/** What followed the first close within the window; null when it was not closed then. */
function readClosing({ opening, events }: Ticket, { from, to }: GroupWindow) {
  const known = events.filter(event => event.at.getTime() <= to);
  const close = known.find(event => event.act === 'close' && event.at.getTime() >= from);
  if (!close) return null;
  const after = known.filter(event => event.at >= close.at && event !== close);
  const reopenedAt = after.find(event => event.act === 'reopen')?.at.getTime();
  const isAsked = known.some(event => event.act === 'ask');
  const isReplied = reopenedAt !== undefined || hasReply(opening, known);
  return {
    ticketId: opening.id,
    number: opening.number,
    at: close.at.getTime(),
    isAsked,
    isReplied,
    isSelfClosed: reopenedAt !== undefined || (!isAsked && !isReplied),
    isReopened:
      reopenedAt !== undefined &&
      reopenedAt - close.at.getTime() <= THRESHOLDS.solvedReality.reopenDays * DAY_MS,
  };
}

/** The closings of the window with what the members said of them, the first of each ticket. */
export const closingsIn = (window: GroupWindow) =>
  window.timeline.history.tickets.flatMap(ticket => readClosing(ticket, window) ?? []);

/** Tickets put aside at the window's end. */
export const parkedAt = ({ timeline, to }: GroupWindow): Ticket[] =>
  timeline.history.tickets.filter(ticket => {
    const { waits, days } = waitedUntil(ticket.events, to);
    const limit = THRESHOLDS.parked;
    return (waits > limit.waits || days > limit.waitedDays) && isOpenAt(ticket, to);
  });

export function measureSolvedReality(window: GroupWindow): SolvedReality {
  const closings = closingsIn(window);
  const selfClosed = closings.filter(closing => closing.isSelfClosed).length;
  const { leastClosed, selfClosedShare: limit } = THRESHOLDS.solvedReality;
  const share = closings.length > 0 ? selfClosed / closings.length : null;
  return {
    closed: closings.length,
    selfClosed,
    askedWithoutReply: closings.filter(c => c.isAsked && !c.isReplied).length,
    selfClosedShare: share,
    reopened: closings.filter(c => c.isReopened).length,
    parked: parkedAt(window).length,
    isSelfCertified: closings.length >= leastClosed && share !== null && share > limit,
  };
}
