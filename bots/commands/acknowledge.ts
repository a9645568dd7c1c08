import { addTicketEvent } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { toLeader, toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { defineCommand } from './define.ts';

/** 收到: the leader has seen an overdue ticket; it is not sent to them again. Without a number it is chatter. */
export const acknowledge = defineCommand({
  name: 'acknowledge',
  says: ['收到'],
  act: 'ask',
  forWhom: 'leader',
  isPrivateOnly: true,
  help: '收到 12：这件我知道了',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    if (person.role !== 'leader') return;
    if (words.number === null) throw new Failure('not-understood', toMember.notUnderstood(['收到 12']));
    const before = await numberedTicket(turn, words.number, 'acknowledge-ticket');
    const event = { at: now, byId: person.id, act: 'acknowledge' as const, data: {} };
    await turn.say(toLeader.acknowledged(await addTicketEvent(tx, before, event, message.trace)));
  },
});
