import { addTicketEvent } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { defineCommand } from './define.ts';

/** 接: the cadre takes the ticket on, or goes on with one that waited. */
export const accept = defineCommand({
  name: 'accept',
  says: ['接'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPlainWithNumber: true,
  help: '接 12：这件我来办',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await deskTicket(turn, words, 'accept-ticket');
    const act = before.state === 'waiting' ? ('resume' as const) : ('accept' as const);
    const ticket = await addTicketEvent(
      tx,
      before,
      { at: now, byId: person.id, act, data: {} },
      message.trace,
    );
    await turn.say(toCadre.accepted(ticket, now));
    if (act === 'accept') {
      await tellRequester(
        turn,
        ticket,
        keys.ticketNews(ticket.id, ticket.lastSeq),
        toMember.accepted(ticket),
      );
    }
  },
});
