import { endPrompt } from '../../db/prompts.ts';
import { addTicketEvent, ticketsOfRequester } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { toMember } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { defineCommand } from './define.ts';

/** 满意 5, 基本满意 3, 不满意 1 (contracts.md). */
export const STARS: Readonly<Record<string, number>> = { 满意: 5, 很满意: 5, 基本满意: 3, 不满意: 1 };

/** 满意 / 基本满意 / 不满意: a voluntary word in private; who said it is not shown to the cadre. */
export const rate = defineCommand({
  name: 'rate',
  says: ['满意', '很满意', '基本满意', '不满意', '评价'],
  act: 'ask',
  forWhom: 'everyone',
  isPrivateOnly: true,
  help: '评价办结的事（私聊说：满意、基本满意、不满意）',
  async run(turn, words) {
    const { tx, now, message, person } = turn;
    const stars = STARS[words.word] ?? starsIn(words.rest);
    const ticket =
      words.number === null
        ? (await ticketsOfRequester(tx, person.id)).find(
            each => each.stars === null && (each.state === 'closed' || each.state === 'confirmed'),
          )
        : await numberedTicket(turn, words.number, 'rate-ticket');
    if (!ticket) throw new Failure('ticket-state', toMember.notRatable());
    if (stars === null) {
      await turn.say(toMember.confirmedPrivate(ticket));
      return;
    }
    const event = {
      at: now,
      byId: person.id,
      act: 'rate' as const,
      data: { stars, ...(words.rest ? { text: words.rest } : {}) },
    };
    await addTicketEvent(tx, ticket, event, message.trace);
    await endPrompt(tx, message.placeId, person.id, now);
    await turn.say(toMember.rated(ticket));
  },
});

/** One to five stars typed as a digit behind the word. */
function starsIn(rest: string): number | null {
  const typed = /^[1-5]/.exec(rest)?.[0];
  return typed ? Number(typed) : null;
}
