import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { isOver } from '../../src/ticket/late-words.ts';
import { escalateIfStuck } from '../desk/escalate-stuck.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { reopenFollowers } from '../desk/followers.ts';
import { openLinked } from '../desk/open-linked.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 没解决: within seven days opens the ticket again, later a new one linked to it; whoever closed it hears of it. */
export const reopen = defineCommand({
  name: 'reopen',
  says: ['没解决', '未解决', '还没解决', '没有解决', '没办好'],
  act: 'ask',
  forWhom: 'everyone',
  isPlainWithNumber: true,
  help: '还没解决，重新打开',
  async run(turn, words) {
    const before = await ownTicket(turn, words, 'reopen-ticket', ['closed', 'confirmed']);
    if (isOver(before, turn.now)) {
      await openLinked(turn, before);
      return;
    }
    const ticket = await writeAct(
      turn,
      before,
      'reopen',
      words.rest ? { text: maskNumbers(words.rest) } : {},
    );
    await turn.say(toMember.reopened(ticket));
    await tellAssignee(turn, ticket, keys.ticketNews(ticket.id, ticket.lastSeq), toCadre.reopened(ticket));
    await reopenFollowers(turn, ticket);
    await escalateIfStuck(turn, ticket);
  },
});
