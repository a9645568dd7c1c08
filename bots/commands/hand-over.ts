import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskPersonal } from '../../src/mask.ts';
import { routeNamed } from '../../src/service-routes.ts';
import { aboutHandover, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellFollowers } from '../desk/followers.ts';
import { routesOfTicket } from '../desk/route-hint.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import { defineCommand } from './define.ts';

/** As long as a name in the table may be. */
const LONGEST_NAME = 16;

/** The first word is where to; what stands behind it is for the member. */
function readPlace(rest: string): { name: string; words: string } {
  const [name = '', ...more] = rest.split(/[\s,，:：;；。]+/u);
  return { name, words: more.join(' ').trim() };
}

/** 移交: the matter goes on outside the chat, at a place the member is told of; the ticket waits for it. */
export const handOver = defineCommand({
  name: 'hand-over',
  says: ['移交'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  help: '移交 12 法律援助站：请群众去那里办，过后我问去没去',
  async run(turn, words) {
    const before = await deskTicket(turn, words, 'wait-ticket');
    const place = readPlace(maskPersonal(words.rest));
    if (!place.name) throw new Failure('not-understood', aboutHandover.toWhom(before.number));
    const route = routeNamed(place.name, await routesOfTicket(turn.tx, before));
    const handedTo = route?.name ?? Array.from(place.name).slice(0, LONGEST_NAME).join('');
    const text = place.words ? { text: `${handedTo}：${place.words}` } : {};
    const ticket = await writeAct(turn, before, 'wait', { handedTo, ...text });
    await turn.say(aboutHandover.handedOver(ticket, handedTo));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    const how = aboutHandover.how(route, place.words);
    await tellRequester(turn, ticket, key, aboutHandover.pleaseGo(ticket, handedTo, how));
    await tellFollowers(turn, ticket, follower => toMember.waiting(follower, handedTo));
  },
});
