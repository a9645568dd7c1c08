import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { releaseFollowers } from '../desk/followers.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
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
    const before = await ownTicket(turn, words, 'withdraw-ticket', ['open', 'accepted', 'waiting']);
    const ticket = await writeAct(turn, before, 'withdraw');
    await turn.say(toMember.withdrawn(ticket));
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.withdrawn(ticket));
    await releaseFollowers(turn, ticket);
  },
});
