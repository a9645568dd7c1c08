import type { ServiceRoute } from '../service-routes.ts';
import type { Ticket } from '../ticket.ts';
import { shorten } from './moments.ts';

type Numbered = Pick<Ticket, 'number'>;
type Topical = Pick<Ticket, 'number' | 'topic'>;

/** When, where and by which number one reaches a place; empty where the table knows none of it. */
const reachedBy = ({ whenText, whereText, phone }: ServiceRoute): string =>
  [whenText, whereText, phone].filter(Boolean).join('，');

/** What the bot says when a matter goes on outside the chat, and when it asks whether it did. */
export const aboutHandover = {
  /** On the cadre's card of a new ticket. */
  hint: (route: ServiceRoute, number: number) => {
    const how = reachedBy(route);
    return `可移交：${route.name}${how ? `（${how}）` : ''}。回"移交 ${number} ${route.name}"。`;
  },
  toWhom: (number: number) => `移交到哪里？请回"移交 ${number} 去处的名字"，我好告诉群众。`,
  /** To the member, where they asked. */
  pleaseGo: (ticket: Numbered, name: string, how: string) =>
    `第${ticket.number}件请您找${shorten(name, 16)}${how ? `：${shorten(how, 46)}` : ''}。去过回"去了 ${ticket.number}"。`,
  /** How to get there: what the table knows, else the cadre's own words. */
  how: (route: ServiceRoute | null, words: string) =>
    [words, route ? reachedBy(route) : ''].filter(Boolean).join('；'),
  handedOver: (ticket: Numbered, name: string) =>
    `好，第${ticket.number}件请群众找${shorten(name, 16)}，三个工作日后我问问去没去。`,
  ask: (ticket: Numbered, name: string) =>
    `第${ticket.number}件上次请您找${shorten(name, 16)}，去了吗？回"去了 ${ticket.number}"或"没去 ${ticket.number}"。`,
  went: (ticket: Numbered) =>
    `好，第${ticket.number}件记下您去过了。事情解决了，回"解决了 ${ticket.number}"。`,
  didNotGo: (ticket: Numbered) =>
    `好，第${ticket.number}件接着办。有难处@我说"补充 ${ticket.number}"，后面写情况。`,
  notHandedOver: (ticket: Numbered) =>
    `第${ticket.number}件现在没有请您去别处。说"进度 ${ticket.number}"看办到哪儿了。`,
  memberWent: (ticket: Topical, name: string) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众说去过${shorten(name, 16)}了。办好了回"办结 ${ticket.number}"。`,
  memberDidNotGo: (ticket: Topical, name: string) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：群众说还没去${shorten(name, 16)}，又回到您手上。请问问有什么难处。`,
} as const;
