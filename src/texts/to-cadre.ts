import type { Ticket } from '../ticket.ts';
import { sayLength, sayMoment, shorten } from './moments.ts';

/** What is said of one ticket in a reminder. */
function dueWords(ticket: Ticket, now: Date): string {
  const left = ticket.dueAt.getTime() - now.getTime();
  return left >= 0 ? `还剩${sayLength(left)}` : `已过${sayLength(-left)}`;
}

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
  myTickets: (tickets: readonly Ticket[], now: Date) =>
    tickets.length
      ? `在办${tickets.length}件：${tickets
          .slice(0, 8)
          .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 12)}（${dueWords(ticket, now)}）`)
          .join('、')}。`
      : '手上没有在办的事。',
  whichTicket: () => '请带上号，例如"接 12"。说"我的工单"看在办的事。',
  emergency: (groupName: string, who: string) =>
    `${shorten(groupName, 12)}里${who}刚刚说了紧急情况，已在群里给出报警电话。请马上看群。`,
  emergencyPrivate: (who: string) => `${who}刚刚私下说了紧急的事，请尽快单独联系，不要在群里提。`,
} as const;
