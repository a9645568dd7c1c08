import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { closeFollowers } from '../desk/followers.ts';
import { askRequester, tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 办结: the work is done, and the member is asked whether it is solved; closing alone proves nothing. */
export const close = defineCommand({
  name: 'close',
  says: ['办结', '办完', '办好了', '办结了', '办完了'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPlainWithNumber: true,
  isDaily: true,
  help: '办结 12 怎么办的：办好了，我去问群众',
  async run(turn, words) {
    const before = await deskTicket(turn, words, 'close-ticket');
    // A suggestion is owed an answer or a reason.
    if (before.kind === 'suggestion' && !words.rest)
      throw new Failure('not-understood', toCadre.answerOwed(before));
    const closed = await writeAct(turn, before, 'close', words.rest ? { text: words.rest } : {});
    const ticket = await writeAct(turn, closed, 'ask', {}, null);
    await turn.say(toCadre.closed(ticket));
    const text = toMember.closed(ticket, words.rest);
    await tellRequester(turn, ticket, keys.ticketClosed(ticket.id, closed.lastSeq), text);
    await askRequester(turn, ticket, 'solved');
    await closeFollowers(turn, ticket, { words: words.rest, byId: turn.person.id });
  },
});
