import { addTicketEvent } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { defineCommand } from './define.ts';

/** 不用了: the member takes the request back. */
export const withdraw = defineCommand({
  name: 'withdraw',
  says: ['不用了', '撤回', '不用办了'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '不用办了，撤回',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await ownTicket(turn, words, 'withdraw-ticket', ['open', 'accepted', 'waiting']);
    const ticket = await addTicketEvent(
      tx,
      before,
      { at: now, byId: person.id, act: 'withdraw', data: {} },
      message.trace,
    );
    await turn.say(toMember.withdrawn(ticket));
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.withdrawn(ticket));
  },
});
