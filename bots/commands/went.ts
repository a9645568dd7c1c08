import { keys } from '../../src/keys.ts';
import { aboutHandover } from '../../src/texts.ts';
import { handedOverTicket, saysOfHandover } from '../desk/handed-over.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 去了: the member was where the matter was handed over to; the cadre is told, and whether it is done is theirs to say. */
export const went = defineCommand({
  name: 'went',
  says: ['去了', '去过了', '已经去了'],
  act: 'ask',
  forWhom: 'everyone',
  onlyAsAnswer: true,
  answersNow: saysOfHandover,
  isTold: true,
  help: '去了 12：我请您去的地方去过了',
  async run(turn, words) {
    const { ticket: before, handedTo } = await handedOverTicket(turn, words);
    const resumed = await writeAct(turn, before, 'resume', { handedTo, happened: true });
    // Nobody of ours answered: it was help that the member fetched, written down on their word.
    const ticket = await writeAct(turn, resumed, 'answer', { handedTo, happened: true }, null);
    await turn.say(aboutHandover.went(ticket));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellAssignee(turn, ticket, key, aboutHandover.memberWent(ticket, handedTo));
  },
});
