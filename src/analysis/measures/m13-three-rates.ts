import { remembered } from '../../remembered.ts';
import type { TicketEvent } from '../../ticket.ts';
import { isKnownHere } from '../known-here.ts';
import { DEFAULT_PRESET, type ThreeRatesPreset } from '../three-rates-presets.ts';
import type { GroupWindow } from '../window.ts';

/** M13 三率: 响应率, 解决率, 满意率 over the closed tickets that the member said something about. */
export type ThreeRates = {
  closed: number;
  /** V: closed tickets with a confirm, a reopen or a rating by the member. */
  visited: number;
  /** V ÷ closed, always shown beside the rates: V hides what was not followed up. */
  followUpShare: number | null;
  /** Of V: no message of the member stands behind it, so that it cannot be opened to a word of theirs. */
  withoutWords: number;
  responded: number | null;
  solved: number | null;
  satisfied: number | null;
  /** 100·(0.1 responded + 0.5 solved + 0.4 satisfied), or as another preset weighs them. */
  total: number | null;
};

type Ticket = GroupWindow['timeline']['history']['tickets'][number];

/** 满意 1, 基本满意 0.9, 不满意 0. */
const satisfactionOf = (stars: number | undefined, basic: number): number =>
  stars === undefined ? 0 : stars >= 4 ? 1 : stars === 3 ? basic : 0;

/** The member's last rating; one that an appeal has set aside does not count. */
function standingStars(events: readonly TicketEvent[]): number | undefined {
  const last = events.findLast(event => event.act === 'rate' || event.act === 'set-aside');
  return last?.act === 'rate' ? last.data.stars : undefined;
}

/** Done by an act of the window. */
const isDoneIn = ({ act, at }: TicketEvent, { from, to }: GroupWindow): boolean =>
  (act === 'close' || act === 'confirm') && at.getTime() >= from && at.getTime() <= to;

function readTicket({ opening, events }: Ticket, window: GroupWindow, basic: number) {
  const { to } = window;
  if (!events.some(event => isDoneIn(event, window))) return null;
  if (opening.messageId === null && !isKnownHere(window, opening.requesterId)) return null;
  const known = events.filter(event => event.at.getTime() <= to);
  const ofMember = known.filter(event => event.byId === null || event.byId === opening.requesterId);
  const stars = standingStars(ofMember);
  const isConfirmed = ofMember.some(event => event.act === 'confirm');
  const isReopened = known.some(event => event.act === 'reopen');
  return {
    number: opening.number,
    hasWords: opening.messageId !== null,
    isVisited: isConfirmed || isReopened || stars !== undefined,
    isContacted: known.some(
      event =>
        event.byId !== null &&
        event.byId !== opening.requesterId &&
        (event.act === 'accept' || event.act === 'answer' || event.act === 'close'),
    ),
    isReopened,
    isConfirmed,
    stars,
    isSolved: !isReopened && (isConfirmed || (stars ?? 0) >= 3),
    satisfaction: satisfactionOf(stars, basic),
  };
}

/** The tickets closed in the window, each with what the member said of it. */
export const closedTicketsIn = (window: GroupWindow, basic = DEFAULT_PRESET.basicSatisfaction) =>
  basic === DEFAULT_PRESET.basicSatisfaction ? closedByDefault(window) : readTickets(window, basic);

const readTickets = (window: GroupWindow, basic: number) =>
  window.timeline.history.tickets.flatMap(ticket => readTicket(ticket, window, basic) ?? []);

const closedByDefault = remembered((window: GroupWindow) =>
  readTickets(window, DEFAULT_PRESET.basicSatisfaction),
);

/** 三率 of a window, with the follow-up share beside them whichever preset weighs the total. */
export function measureThreeRates(
  window: GroupWindow,
  preset: ThreeRatesPreset = DEFAULT_PRESET,
): ThreeRates {
  const { weights, basicSatisfaction } = preset;
  const closed = closedTicketsIn(window, basicSatisfaction);
  const visited = closed.filter(ticket => ticket.isVisited);
  const followUpShare = closed.length > 0 ? visited.length / closed.length : null;
  const withoutWords = visited.filter(ticket => !ticket.hasWords).length;
  const counts = { closed: closed.length, visited: visited.length, followUpShare, withoutWords };
  if (visited.length === 0) return { ...counts, responded: null, solved: null, satisfied: null, total: null };
  const shareOf = (score: (ticket: (typeof visited)[number]) => number) =>
    visited.reduce((sum, ticket) => sum + score(ticket), 0) / visited.length;
  const responded = shareOf(ticket => Number(ticket.isContacted));
  const solved = shareOf(ticket => Number(ticket.isSolved));
  const satisfied = shareOf(ticket => ticket.satisfaction);
  const total =
    100 * (weights.responded * responded + weights.solved * solved + weights.satisfied * satisfied);
  return { ...counts, responded, solved, satisfied, total };
}
