import { keptFromIds } from '../../db/kept-from.ts';
import { peopleByIds, servingCadresOf } from '../../db/people.ts';
import { eventsOf, type PlacedTicket } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { maskNumbers } from '../../src/mask.ts';
import type { Person } from '../../src/people.ts';
import { aboutLeaderWords, aboutStraightUp } from '../../src/texts.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { tellSender } from '../desk/tell-sender.ts';
import { writeAct } from '../desk/write-act.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** Who is to act on the leader's word: whoever has the ticket, and the group's cadres where that is the leader or nobody. */
async function actors({ tx, now, person }: Turn, ticket: PlacedTicket): Promise<Person[]> {
  const { assigneeId, groupId } = ticket;
  const [assignee] = assigneeId && assigneeId !== person.id ? await peopleByIds(tx, [assigneeId]) : [];
  if (assignee?.isContact) return [assignee];
  const not = [person.id, ...(await keptFromIds(tx, ticket))];
  return (await servingCadresOf(tx, groupId, now)).filter(cadre => !not.includes(cadre.id));
}

async function tellActors(turn: Turn, ticket: PlacedTicket, words: string): Promise<string[]> {
  const names: string[] = [];
  for (const actor of await actors(turn, ticket)) {
    const key = keys.instruction(ticket.id, actor.id, ticket.lastSeq);
    const text = aboutLeaderWords.instruction(ticket, turn.person.name, words);
    if (await turn.tell(actor, key, text)) names.push(actor.name);
  }
  return names;
}

/** The member was told once that a word was given; each further one is staff's business. */
async function wasInstructed({ tx }: Turn, ticket: PlacedTicket): Promise<boolean> {
  const events = await eventsOf(tx, ticket);
  const sentAt = events.findLastIndex(({ data }) => data.reason === 'straight-up');
  const words = events.slice(sentAt + 1).filter(({ act, data }) => act === 'acknowledge' && data.text);
  return words.length > 1;
}

/** 批示: the leader has seen it and says what is to be done; the words go to staff, the member hears only that they were given. */
export const instruct = defineCommand({
  name: 'instruct',
  says: ['批示'],
  act: 'see-own-tickets',
  forWhom: 'leader',
  isPrivateOnly: true,
  isDaily: true,
  help: '批示 12 怎么办：您的意见发给承办的同志',
  async run(turn, words) {
    if (words.number === null || !words.rest)
      throw new Failure('not-understood', aboutLeaderWords.instructWhat());
    const before = await numberedTicket(turn, words.number, 'instruct-ticket');
    const said = maskNumbers(words.rest);
    const ticket = await writeAct(turn, before, 'acknowledge', { text: said });
    const names = await tellActors(turn, ticket, said);
    await turn.say(
      names.length ? aboutLeaderWords.instructed(ticket, names) : aboutLeaderWords.instructedNobody(ticket),
    );
    if (ticket.escalatedFor !== 'straight-up' || (await wasInstructed(turn, ticket))) return;
    const { name } = turn.person;
    const news = names.length ? aboutStraightUp.instructed(ticket, name) : aboutStraightUp.seen(ticket, name);
    await tellSender(turn, ticket, news);
  },
});
