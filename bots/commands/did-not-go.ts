import { keys } from '../../src/keys.ts';
import { aboutHandover } from '../../src/texts.ts';
import { handedOverTicket, saysOfHandover } from '../desk/handed-over.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 没去: the hand-over did not happen; the matter is back with its cadre, who hears of it. */
export const didNotGo = defineCommand({
  name: 'did-not-go',
  says: ['没去', '没有去', '还没去'],
  act: 'ask',
  forWhom: 'everyone',
  onlyAsAnswer: true,
  answersNow: saysOfHandover,
  isTold: true,
  help: '没去 12：我请您去的地方还没去',
  async run(turn, words) {
    const { ticket: before, handedTo } = await handedOverTicket(turn, words);
    const ticket = await writeAct(turn, before, 'resume', { handedTo, happened: false });
    await turn.say(aboutHandover.didNotGo(ticket));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellAssignee(turn, ticket, key, aboutHandover.memberDidNotGo(ticket, handedTo));
  },
});
