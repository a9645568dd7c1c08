import { ticketsOfRequester } from '../../db/tickets.ts';
import { toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { defineCommand } from './define.ts';

const SHOWN = 3;

/** 进度: where a ticket stands, for its member, its cadres and its leaders. */
export const progress = defineCommand({
  name: 'progress',
  says: ['进度', '查进度', '查工单'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '看自己的事办到哪了',
  async run(turn, words) {
    const { tx, person, now } = turn;
    if (words.number !== null) {
      const ticket = await numberedTicket(turn, words.number, 'see-progress');
      await turn.say(toMember.progress(ticket, now));
      return;
    }
    const mine = (await ticketsOfRequester(tx, person.id)).filter(
      ticket => ticket.state !== 'confirmed' && ticket.state !== 'withdrawn',
    );
    const lines = mine.slice(0, SHOWN).map(ticket => toMember.progress(ticket, now));
    await turn.say(lines.join('\n') || toMember.noTickets());
  },
});
