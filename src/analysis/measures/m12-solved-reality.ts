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
  isSelfCertified: boolean;
};

type Ticket = GroupWindow['timeline']['history']['tickets'][number];

/** What followed the first close within the window; null when it was not closed then. */
function readClosing({ events }: Ticket, { from, to }: GroupWindow) {
  const known = events.filter(event => event.at.getTime() <= to);
  const close = known.find(event => event.act === 'close' && event.at.getTime() >= from);
  if (!close) return null;
  const after = known.filter(event => event.at >= close.at && event !== close);
  const reopenedAt = after.find(event => event.act === 'reopen')?.at.getTime();
  return {
    isAsked: known.some(event => event.act === 'ask'),
    isContradicted: reopenedAt !== undefined,
    isReplied:
      known.some(event => event.act === 'confirm' || event.act === 'rate') || reopenedAt !== undefined,
    isReopened:
      reopenedAt !== undefined &&
      reopenedAt - close.at.getTime() <= THRESHOLDS.solvedReality.reopenDays * DAY_MS,
  };
}

export function measureSolvedReality(window: GroupWindow): SolvedReality {
  const closings = window.timeline.history.tickets.flatMap(ticket => readClosing(ticket, window) ?? []);
  // A confirm or a rating is the member's own reply, with or without our asking.
  const selfClosed = closings.filter(c => c.isContradicted || (!c.isAsked && !c.isReplied)).length;
  const { leastClosed, selfClosedShare: limit } = THRESHOLDS.solvedReality;
  const share = closings.length > 0 ? selfClosed / closings.length : null;
  return {
    closed: closings.length,
    selfClosed,
    askedWithoutReply: closings.filter(c => c.isAsked && !c.isReplied).length,
    selfClosedShare: share,
    reopened: closings.filter(c => c.isReopened).length,
    isSelfCertified: closings.length >= leastClosed && share !== null && share > limit,
  };
}
