import { type PlacedTicket, ticketByNumber, ticketsOfRequester } from '../../db/tickets.ts';
import { toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const SHOWN = 3;

/** Where it stands; of one that is done together with another, where that one stands. */
async function lineOf({ tx, now }: Turn, ticket: PlacedTicket): Promise<string> {
  const main = ticket.duplicateOf === null ? null : await ticketByNumber(tx, ticket.duplicateOf);
  return toMember.progress(ticket, main, now);
}

/** 进度: where a ticket stands, for its member, its cadres and its leaders. */
export const progress = defineCommand({
  name: 'progress',
  says: ['进度', '查进度', '查工单'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  isDaily: true,
  help: '看自己的事办到哪了',
  async run(turn, words) {
    const { tx, person } = turn;
    if (words.number !== null) {
      const ticket = await numberedTicket(turn, words.number, 'see-progress');
      await turn.say(await lineOf(turn, ticket));
      return;
    }
    const mine = (await ticketsOfRequester(tx, person.id)).filter(
      ticket => ticket.state !== 'confirmed' && ticket.state !== 'withdrawn',
    );
    const lines: string[] = [];
    for (const ticket of mine.slice(0, SHOWN)) lines.push(await lineOf(turn, ticket));
    await turn.say(lines.join('\n') || toMember.noTickets());
  },
});
