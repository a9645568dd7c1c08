import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellFollowers } from '../desk/followers.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 延期: the limit once more, once only, before it has passed, and with a reason that the member hears. */
export const extend = defineCommand({
  name: 'extend',
  says: ['延期'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  needsNumber: true,
  help: '延期 12 原因：来不及，只能延一次',
  async run(turn, words) {
    const { now } = turn;
    const before = await deskTicket(turn, words, 'extend-ticket');
    if (!words.rest) throw new Failure('not-understood', toCadre.extendWhy(before.number));
    const text = maskNumbers(words.rest);
    const ticket = await writeAct(turn, before, 'extend', { text });
    await turn.say(toCadre.extended(ticket, now));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellRequester(turn, ticket, key, toMember.extended(ticket, text, now));
    await tellFollowers(turn, ticket, follower =>
      toMember.extended({ ...follower, dueAt: ticket.dueAt }, text, now),
    );
  },
});
