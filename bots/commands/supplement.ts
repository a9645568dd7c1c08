import { keepText } from '../../db/messages.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { ownTicket } from '../desk/find-ticket.ts';
import { tellAssignee } from '../desk/tell-assignee.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** 补充: the member adds to what they asked for; whoever works on it hears it. */
export const supplement = defineCommand({
  name: 'supplement',
  says: ['补充'],
  act: 'ask',
  forWhom: 'everyone',
  help: '补充 12 情况：再说几句',
  async run(turn, words) {
    const { tx, message } = turn;
    const before = await ownTicket(turn, words, 'withdraw-ticket', ['open', 'accepted', 'waiting']);
    if (!words.rest) throw new Failure('not-understood', toMember.supplementWhat(before));
    const text = maskNumbers(words.rest);
    const ticket = await writeAct(turn, before, 'attach', { text, messageId: message.id });
    await keepText(tx, message.placeId, message.id);
    await turn.say(toMember.supplemented(ticket));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellAssignee(turn, ticket, key, toCadre.supplemented(ticket, text));
  },
});
