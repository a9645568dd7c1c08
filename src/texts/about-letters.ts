import type { Ticket } from '../ticket.ts';
import { sayMoment } from './moments.ts';

const STATES: Record<Ticket['state'], string> = {
  open: '已经派给负责的同志，还没接',
  accepted: '负责的同志正在办',
  waiting: '在等别处的回音',
  closed: '办完了',
  confirmed: '已经解决',
  withdrawn: '已经撤回',
};

/** What is said of letters: requests that came by a unit's page and not by the chat. */
export const aboutLetters = {
  /** What the writer is called wherever a name is asked for. */
  writer: '网页来访',
  /** How the writer may be reached, under their words. */
  wayBack: (way: string) => (way ? `\n怎么联系：${way}` : '\n没留联系方式，会凭号回来看。'),
  /** Behind the card, in private: the writer has no chat in which anybody could be told. */
  cardMore: () => '来信人不在群里，办结时写清怎么办的，他凭号回来看。',
  /** To the one responsible, at any hour. */
  urgent: (ticket: Ticket) =>
    `第${ticket.number}件是网页来信，说得很急。回"原文 ${ticket.number}"看原话和联系方式，请马上联系，该报警就打110。`,
  state: (ticket: Ticket, now: Date) => {
    const due =
      ticket.state === 'open' || ticket.state === 'accepted'
        ? `，${sayMoment(ticket.dueAt, now)}前有回音`
        : '';
    return `第${ticket.number}件：${STATES[ticket.state]}${due}。`;
  },
} as const;
