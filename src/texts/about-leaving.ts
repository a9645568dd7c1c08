import type { Ticket } from '../ticket.ts';
import { ticketList } from './about-stand-ins.ts';
import { shorten } from './moments.ts';

/** What is said in private when somebody left a group, or took back the words of a request. */
export const aboutLeaving = {
  /** To the next serving cadre. */
  handedOver: (groupName: string, tickets: readonly Ticket[]) =>
    `${shorten(groupName, 10)}有${tickets.length}件换您来办：${ticketList(tickets)}。回"接 ${tickets[0]?.number}"接手。`,
  /** To the leader. */
  noCadre: (groupName: string, open: number) =>
    `${shorten(groupName, 10)}没有在岗的干部了${open ? `，有${open}件在办` : ''}。请定一位干部进群。`,
  /** To whoever is responsible. */
  requesterLeft: (who: string, tickets: readonly Ticket[], isFriend: boolean) =>
    `${shorten(who, 10)}退群了，${tickets.map(ticket => `第${ticket.number}件`).join('、')}还要办；${
      isFriend ? '办完我私下告诉一声。' : '联系得上，请办完告诉一声。'
    }`,
  recalled: ({ number }: Pick<Ticket, 'number'>) =>
    `您撤回的那句话记着第${number}件。不用办了回"不用了 ${number}"，还要办就不用回。`,
} as const;
