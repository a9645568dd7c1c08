import { ACKNOWLEDGE_MS } from '../reminder.ts';
import type { Ticket } from '../ticket.ts';
import { HOUR_MS } from '../time.ts';
import { sayLength, sayMoment, shorten } from './moments.ts';

const HOURS = ACKNOWLEDGE_MS / HOUR_MS;

/** A member's word on its way to the leader. */
export interface StraightWord {
  who: string;
  groupName: string;
  /** The member's own, numbers masked. */
  words: string;
  /** Through how many hands it had gone; null while nobody had acted on it. */
  hands: number | null;
}

const elsewhere = (hotline: string | null): string => (hotline ? `街道电话${hotline}` : '12345');

/** What can be said back: whoever has it in their own hands answers it, others give a word or hand it on. */
const repliesTo = ({ number, assigneeId }: Ticket, leaderId: string): string =>
  assigneeId === leaderId
    ? `回"收到 ${number}"；答复回"办结 ${number} 答复"，交人办回"派 ${number} @谁"。`
    : `回"收到 ${number}""批示 ${number} 怎么办"或"派 ${number} @谁"。`;

/** 直报: what is said to the member, the leader and the leader above. */
export const aboutStraightUp = {
  toLeader: (ticket: Ticket, leaderId: string, word: StraightWord, now: Date) => {
    const { who, groupName, words, hands } = word;
    const topic = words.includes(ticket.topic) ? '' : ` ${ticket.topic}`;
    const passed = hands === null ? '还没有人办过' : `经手${hands}人`;
    const from = `${shorten(who, 10)}，${shorten(groupName, 12)}，${sayMoment(now, now)}`;
    return `直报第${ticket.number}件${topic}（${from}，${passed}）。原话："${words}"。${repliesTo(ticket, leaderId)}`;
  },
  sent: (ticket: Ticket, name: string) =>
    `原话已经发给${shorten(name, 8)}，是第${ticket.number}件。${HOURS}个工作小时内没有回音，我接着催。`,
  /** In quiet hours it goes out when they end. */
  sentLater: (ticket: Ticket, name: string, at: Date, now: Date) =>
    `原话${sayMoment(at, now)}发给${shorten(name, 8)}，是第${ticket.number}件。${HOURS}个工作小时内没有回音，我接着催。`,
  alreadySent: (number: number, name: string) =>
    name
      ? `这些话已经报给${shorten(name, 8)}了，是第${number}件。有新情况回"直报 ${number} 新情况"。`
      : `这些话已经报上去了，是第${number}件。有新情况回"直报 ${number} 新情况"。`,
  /** Truly said: nothing was sent, and nothing recorded. */
  nobodyReachable: (hotline: string | null) =>
    `现在没有领导能在微信上收到，这件没有发出去。可以打${elsewhere(hotline)}，或说"帮我记一下"，我记下来请人办。`,
  what: () => '要直报什么？请回"直报 要说的话"，或"直报 12"带上您那件事的号。',
  enoughToday: (times: number, hotline: string | null) =>
    `今天已经直报${times}次，都在领导那儿了。别的事明天再报，着急就打${elsewhere(hotline)}。`,
  /** In private, to a friend who said it in the group. */
  alone: () => '刚才那件事请在这里发给我：直报 后面写要说的话。原话只发给领导，群里不提。',
  seen: (ticket: Ticket, name: string) => `${shorten(name, 8)}看到了第${ticket.number}件。有答复我告诉您。`,
  /** The order itself is for staff. */
  instructed: (ticket: Ticket, name: string) =>
    `${shorten(name, 8)}看过第${ticket.number}件，已经交代人办。有进展我告诉您。`,
  /** Once a working day, for all that wait for this leader. */
  press: (tickets: readonly Ticket[]) => {
    const [first] = tickets;
    const listed = tickets
      .slice(0, 3)
      .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 14)}`)
      .join('、');
    const more = tickets.length > 3 ? `等${tickets.length}件` : '';
    return `群众直报的${listed}${more}过了${HOURS}个工作小时，群众在等回音。回"收到 ${first?.number ?? ''}"就行。`;
  },
  above: (ticket: Ticket, groupName: string, waitedMs: number) =>
    `${shorten(groupName, 12)}群众直报的第${ticket.number}件过了${sayLength(waitedMs)}还没有回音：${shorten(ticket.topic, 20)}。请过问，回"收到 ${ticket.number}"或"批示 ${ticket.number} 怎么办"。`,
} as const;
