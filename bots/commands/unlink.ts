import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 拆开: the two were not the same matter after all; each goes on by itself. */
export const unlink = defineCommand({
  name: 'unlink',
  says: ['拆开'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  needsNumber: true,
  help: '拆开 12：和别的件不是一件事',
  async run(turn, words) {
    const before = await numberedTicket(turn, words.number ?? 0, 'link-ticket');
    const ticket = await writeAct(turn, before, 'unlink');
    await turn.say(toCadre.unlinked(ticket));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellRequester(turn, ticket, key, toMember.unlinked(ticket));
  },
});
