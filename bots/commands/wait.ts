import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellFollowers } from '../desk/followers.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 等: the ticket waits for something outside, its clock pauses, and the member hears for what. */
export const wait = defineCommand({
  name: 'wait',
  says: ['等'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isDaily: true,
  help: '等 12 材料：先等着，说在等什么',
  async run(turn, words) {
    const before = await deskTicket(turn, words, 'wait-ticket');
    if (!words.rest) throw new Failure('not-understood', toCadre.waitForWhat(before.number));
    const text = maskNumbers(words.rest);
    const ticket = await writeAct(turn, before, 'wait', { text });
    await turn.say(toCadre.waiting(ticket));
    await tellRequester(
      turn,
      ticket,
      keys.ticketNews(ticket.id, ticket.lastSeq),
      toMember.waiting(ticket, text),
    );
    await tellFollowers(turn, ticket, follower => toMember.waiting(follower, text));
  },
});
