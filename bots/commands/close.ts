import { addTicketEvent } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { askRequester, tellRequester } from '../desk/tell-requester.ts';
import { defineCommand } from './define.ts';

/** 办结: the work is done, and the member is asked whether it is solved; closing alone proves nothing. */
export const close = defineCommand({
  name: 'close',
  says: ['办结', '办完', '办结了', '办完了'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPlainWithNumber: true,
  help: '办结 12 怎么办的：办好了，我去问群众',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await deskTicket(turn, words, 'close-ticket');
    const data = words.rest ? { text: words.rest } : {};
    const closed = await addTicketEvent(
      tx,
      before,
      { at: now, byId: person.id, act: 'close', data },
      message.trace,
    );
    const ticket = await addTicketEvent(
      tx,
      closed,
      { at: now, byId: null, act: 'ask', data: {} },
      message.trace,
    );
    await turn.say(toCadre.closed(ticket));
    await tellRequester(
      turn,
      ticket,
      keys.ticketClosed(ticket.id, closed.lastSeq),
      toMember.closed(ticket, words.rest),
    );
    await askRequester(turn, ticket, 'solved');
  },
});
