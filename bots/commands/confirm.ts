import { groupById } from '../../db/groups.ts';
import { leadersOf } from '../../db/people.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { aboutLeaderWords, toCadre, toLeader, toMember } from '../../src/texts.ts';
import { isOfMember } from '../../src/ticket/of-member.ts';
import { askAlone } from '../desk/ask-here.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { closeFollowers } from '../desk/followers.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** Leaders who were told that it was late hear that it is done. */
async function tellLeaders(turn: Turn, ticket: PlacedTicket): Promise<void> {
  const group = ticket.escalatedAt ? await groupById(turn.tx, ticket.groupId) : null;
  for (const leader of group ? await leadersOf(turn.tx, group.unitId) : []) {
    await turn.tell(leader, keys.escalation(ticket.id, leader.id, 'done'), toLeader.done(ticket));
  }
}

/** 解决了: only the member's own word says that a ticket is solved. */
export const confirm = defineCommand({
  name: 'confirm',
  says: ['解决了', '已解决', '办好了', '修好了'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '事情解决了，告诉我一声',
  async run(turn, words) {
    const { message, person } = turn;
    const before = await ownTicket(turn, words, 'confirm-ticket', ['closed', 'accepted', 'open', 'waiting']);
    const ticket = await writeAct(turn, before, 'confirm');
    const isMembers = isOfMember(ticket.kind);
    const alone = isMembers ? toMember.confirmedPrivate(ticket) : aboutLeaderWords.confirmed(ticket);
    await turn.say(message.isPrivate ? alone : toMember.confirmed(ticket));
    // Who confirms in the group may go to the private chat and say no more than a digit.
    if (isMembers && (message.isPrivate || person.isContact)) await askAlone(turn, ticket, 'rate');
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.confirmed(ticket));
    await closeFollowers(turn, ticket, { words: '', byId: null });
    await tellLeaders(turn, ticket);
  },
});
