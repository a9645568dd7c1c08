import type { Ticket } from '../ticket.ts';
import { sayLength, shorten } from './moments.ts';

/** What the bot says to leaders, always in private; the weekly digest is composed in src/digest.ts. */
export const toLeader = {
  overdue: (ticket: Ticket, groupName: string, now: Date) =>
    `${shorten(groupName, 10)}第${ticket.number}件超时${sayLength(now.getTime() - ticket.dueAt.getTime())}：${ticket.topic}${
      ticket.waitingReason ? `，在等${shorten(ticket.waitingReason, 16)}` : ''
    }。回"收到 ${ticket.number}"或"批示 ${ticket.number} …"。`,
  acknowledged: (ticket: Ticket) => `好，第${ticket.number}件您已知道，办完我再告诉您。`,
  done: (ticket: Ticket) => `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众说解决了。`,
  unassigned: (ticket: Ticket, groupName: string) =>
    `${shorten(groupName, 10)}第${ticket.number}件还没有通知到干部：${ticket.topic}。请指定人办，或请群里的干部加我好友。`,
} as const;
