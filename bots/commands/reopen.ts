import { addTicketEvent } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { dueAtFor } from '../../src/limits.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { defineCommand } from './define.ts';

/** 没解决: the member opens the ticket again; whoever closed it hears of it. */
export const reopen = defineCommand({
  name: 'reopen',
  says: ['没解决', '未解决', '还没解决', '没有解决', '没办好'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '还没解决，重新打开',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await ownTicket(turn, words, 'reopen-ticket', ['closed', 'confirmed']);
    const data = { dueAt: dueAtFor(now).toISOString(), ...(words.rest ? { text: words.rest } : {}) };
    const said = { at: now, byId: person.id, act: 'reopen' as const, data };
    const ticket = await addTicketEvent(tx, before, said, message.trace);
    await turn.say(toMember.reopened(ticket));
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.reopened(ticket));
  },
});
