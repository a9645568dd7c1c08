import { maskNumbers } from '../mask.ts';
import type { Ticket } from '../ticket.ts';
import { sayLength, sayMoment, shorten } from './moments.ts';

/** A need nobody answered, as its cadre reads of it. */
interface ListedNeed {
  groupName: string;
  who: string;
  sentAt: Date;
  text: string;
}

const SHOWN = 5;

const needLine = ({ groupName, who, sentAt, text }: ListedNeed, now: Date): string =>
  `${shorten(groupName, 10)} ${shorten(who, 8)} ${sayMoment(sentAt, now)} "${shorten(maskNumbers(text), 18)}"`;

/** What is said of one ticket in a reminder. */
function dueWords(ticket: Ticket, now: Date): string {
  const left = ticket.dueAt.getTime() - now.getTime();
  return left >= 0 ? `还剩${sayLength(left)}` : `已过${sayLength(-left)}`;
}

const DANGERS: Record<string, string> = {
  fire: '可能着火',
  gas: '可能漏燃气',
  'missing-person': '有人走失或没有音信',
  medical: '有人急病或受伤',
  danger: '有人身危险',
};

/** What the bot says to cadres, always in private. */
export const toCadre = {
  card: (ticket: Ticket, who: string, groupName: string, now: Date) =>
    `第${ticket.number}件 ${ticket.topic}（${who}，${shorten(groupName, 10)}，${sayMoment(ticket.openedAt, now)}）。限${sayMoment(ticket.dueAt, now)}。回"接 ${ticket.number}""转 ${ticket.number} @谁""等 ${ticket.number} 原因"。`,
  reminder: (tickets: readonly Ticket[], now: Date) =>
    `今天有${tickets.length}件要回：${tickets
      .slice(0, 5)
      .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 12)}（${dueWords(ticket, now)}）`)
      .join('、')}${tickets.length > 5 ? `，还有${tickets.length - 5}件，回"我的工单"看` : ''}。`,
  reopened: (ticket: Ticket) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众说还没解决，重新打开了。`,
  confirmed: (ticket: Ticket) => `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众说解决了。`,
  withdrawn: (ticket: Ticket) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众自己撤回了，不用办了。`,
  closeProposed: (ticket: Ticket, who: string) =>
    `您在群里回了${who}，第${ticket.number}件算办结吗？回"办结 ${ticket.number}"。`,
  accepted: (ticket: Ticket, now: Date) =>
    `好，第${ticket.number}件归您办，限${sayMoment(ticket.dueAt, now)}。办好回"办结 ${ticket.number} 怎么办的"。`,
  transferred: (ticket: Ticket, name: string) => `好，第${ticket.number}件转给${name}了。`,
  transferToWhom: (number: number) => `转给谁？请回"转 ${number} @名字"，对方要是登记过的干部。`,
  waiting: (ticket: Ticket) => `好，第${ticket.number}件先等着，等到了回"接 ${ticket.number}"接着办。`,
  waitForWhat: (number: number) => `在等什么？请回"等 ${number} 原因"，我好告诉群众。`,
  closed: (ticket: Ticket) => `好，第${ticket.number}件办结，我去问问群众解决没有。`,
  myTickets: (tickets: readonly Ticket[], more: { unanswered: number; candidates: number }, now: Date) => {
    const mine = tickets.length
      ? `在办${tickets.length}件：${tickets
          .slice(0, 8)
          .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 12)}（${dueWords(ticket, now)}）`)
          .join('、')}。`
      : '手上没有在办的事。';
    const unanswered = more.unanswered ? `没人回的${more.unanswered}条，回"没人回"看。` : '';
    return `${mine}${unanswered}${more.candidates ? `待审${more.candidates}条，回"待审"看。` : ''}`;
  },
  /** The list that was asked for, the newest first. */
  unanswered: (needs: readonly ListedNeed[], now: Date) =>
    needs.length
      ? `没人回的${needs.length}条：
${needs
  .slice(0, SHOWN)
  .map(need => needLine(need, now))
  .join('\n')}${needs.length > SHOWN ? `\n还有${needs.length - SHOWN}条。` : ''}\n在群里引用他的话回就行。`
      : '群里问的都有人回了。',
  /** Unasked, once a working day at most. */
  unansweredToday: (needs: readonly ListedNeed[], candidates: number, now: Date) => {
    const [newest] = needs;
    const first = newest ? `，最近一条：${needLine(newest, now)}` : '';
    const more = candidates ? `另有${candidates}条问答待审，回"待审"看。` : '';
    return `有${needs.length}位邻居问过、还没人回${first}。回"没人回"看。${more}`;
  },
  whichTicket: () => '请带上号，例如"接 12"。说"我的工单"看在办的事。',
  emergency: (kind: string, groupName: string, who: string) =>
    `${shorten(groupName, 12)}的${who}刚刚说有紧急情况${kind in DANGERS ? `（${DANGERS[kind]}）` : ''}。请马上联系，确认有人打了110、119或120。`,
  emergencyPrivate: (groupName: string, who: string) =>
    `${shorten(groupName, 12)}的${who}刚刚说了紧急的事，请尽快单独联系，不要在群里提。`,
} as const;
