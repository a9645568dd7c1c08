import type { Ticket } from '../ticket.ts';
import { sayMoment } from './moments.ts';

/** One message in a group; a longer one is not read to its end. */
const MOST_CHARS = 90;

/** How a person who is no friend of the bot's reaches it. */
export interface PrivateWays {
  hotline: string | null;
  /** The unit's page, the same for everyone; null where pages are not published. */
  href: string | null;
}

const telephone = (hotline: string | null): string => (hotline ? `街道电话${hotline}` : '12345');

/** What is said of matters that are better not said in a group: 维权, 家暴, 健康, 钱. */
export const aboutPrivate = {
  /** In the group, to a friend of the bot's, who was written to in private just before. */
  goneOn: () => '这件事咱们私下说，我单独发您了。',
  /** In the group, to anybody else. An address stands last: what follows it would be taken for a part of it. */
  ways: ({ hotline, href }: PrivateWays) => {
    const without = `这件事私下说更稳妥。请加我好友，或打${telephone(hotline)}。`;
    const withPage = `这件事私下说更稳妥。请加我好友，打${telephone(hotline)}，或在这里写：${href}`;
    return href && withPage.length <= MOST_CHARS ? withPage : without;
  },
  /** In private, to a friend who said it in the group. */
  alone: () =>
    '刚才那件事咱们在这里说，群里不再提。要请负责的同志单独联系您，回"记录"就行。有危险马上打110。',
  /** In private, for a matter that was recorded. */
  opened: (ticket: Ticket, now: Date) =>
    ticket.assigneeId
      ? `记下了，第${ticket.number}件。负责的同志${sayMoment(ticket.dueAt, now)}前单独回复您，原话只有他能看。随时在这里说"进度 ${ticket.number}"。`
      : `记下了，第${ticket.number}件。咱们群还没定负责人，已转给街道。随时在这里说"进度 ${ticket.number}"。`,
  /** In the group, when a private matter was recorded there: the number, and not a word of what it is. */
  openedInGroup: (ticket: Ticket) => `记下了，第${ticket.number}件，这件事咱们私下说，我单独发您了。`,
  openedInGroupOfStranger: (ticket: Ticket) =>
    `记下了，第${ticket.number}件，群里不多说。请加我好友，进展单独告诉您；也可以@我"进度 ${ticket.number}"。`,
} as const;
