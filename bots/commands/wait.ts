import { addTicketEvent } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { defineCommand } from './define.ts';

/** 等: the ticket waits for something outside, and the member hears for what. */
export const wait = defineCommand({
  name: 'wait',
  says: ['等'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  help: '等 12 材料：先等着，说在等什么',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const before = await deskTicket(turn, words, 'wait-ticket');
    if (!words.rest) throw new Failure('not-understood', toCadre.waitForWhat(before.number));
    const event = { at: now, byId: person.id, act: 'wait' as const, data: { text: words.rest } };
    const ticket = await addTicketEvent(tx, before, event, message.trace);
    await turn.say(toCadre.waiting(ticket));
    await tellRequester(
      turn,
      ticket,
      keys.ticketNews(ticket.id, ticket.lastSeq),
      toMember.waiting(ticket, words.rest),
    );
  },
});
