import { offeredTopic } from '../../db/decisions.ts';
import { latestMessages, messageById } from '../../db/messages.ts';
import { endPrompt, openPrompt } from '../../db/prompts.ts';
import { ticketOfMessage } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import type { Message } from '../../src/message.ts';
import { toMember } from '../../src/texts.ts';
import { MINUTE_MS } from '../../src/time.ts';
import { meantAnswer, quotedAnswer } from '../desk/find-answer.ts';
import { ledAwayLast } from '../desk/led-away.ts';
import { recordTicket } from '../desk/open-ticket.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

const RECENT_MS = 30 * MINUTE_MS;

/** The question whose answer is quoted, what the bot offered to record, the person's own latest need here of the last half hour, else what was led away out of the group. */
async function meantMessage(turn: Turn): Promise<Message | null> {
  const { tx, message, person, now } = turn;
  const prompt = await openPrompt(tx, message.placeId, person.id, now);
  const quoted = (await quotedAnswer(turn)) && (await meantAnswer(turn));
  const offered = quoted ? quoted.askedId : prompt?.data['messageId'];
  if (typeof offered === 'string') {
    await endPrompt(tx, message.placeId, person.id, now);
    const ledFrom = quoted ? null : prompt?.data['placeId'];
    return messageById(tx, typeof ledFrom === 'string' ? ledFrom : message.placeId, offered);
  }
  const since = now.getTime() - RECENT_MS;
  const mine = (await latestMessages(tx, message.placeId, message.sentAt, 50)).filter(
    said =>
      said.senderId === person.id &&
      said.sentAt.getTime() > since &&
      said.fact?.label !== 'chatter' &&
      said.text,
  );
  const last = mine.at(-1);
  return last && !(await ticketOfMessage(tx, last.id)) ? last : ledAwayLast(turn);
}

/** 记录: opens a ticket for what was offered, for the words behind it, or for what the person has just said. */
export const record = defineCommand({
  name: 'record',
  says: ['记录', '帮我记一下', '帮我记下', '记一下', '帮我记录', '我要反映', '报修'],
  act: 'open-ticket',
  forWhom: 'everyone',
  isDaily: true,
  help: '把要办的事记下来，请负责的同志办',
  async run(turn, words) {
    if (words.rest) {
      await recordTicket(turn, turn.message, words.rest);
      return;
    }
    const meant = await meantMessage(turn);
    if (!meant?.text) throw new Failure('not-understood', toMember.nothingToRecord());
    const offered = await offeredTopic(turn.tx, meant.placeId, meant.id);
    await recordTicket(turn, meant, offered ?? meant.text);
  },
});
