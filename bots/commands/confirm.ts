import { groupById } from '../../db/groups.ts';
import { leadersOf } from '../../db/people.ts';
import { addTicketEvent } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toLeader, toMember } from '../../src/texts.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { askRequester } from '../desk/tell-requester.ts';
import { defineCommand } from './define.ts';

/** 解决了: only the member's own word says that a ticket is solved. */
export const confirm = defineCommand({
  name: 'confirm',
  says: ['解决了', '已解决', '办好了', '修好了'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '事情解决了，告诉我一声',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await ownTicket(turn, words, 'confirm-ticket', ['closed', 'accepted', 'open', 'waiting']);
    const ticket = await addTicketEvent(
      tx,
      before,
      { at: now, byId: person.id, act: 'confirm', data: {} },
      message.trace,
    );
    await turn.say(message.isPrivate ? toMember.confirmedPrivate(ticket) : toMember.confirmed(ticket));
    if (message.isPrivate) await askRequester(turn, ticket, 'rate');
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.confirmed(ticket));
    if (!ticket.escalatedAt) return;
    const group = await groupById(tx, ticket.groupId);
    for (const leader of group ? await leadersOf(tx, group.unitId) : []) {
      await turn.tell(leader, keys.escalation(ticket.id, leader.id, 'done'), toLeader.done(ticket));
    }
  },
});
