import { nameIn } from '../../db/groups.ts';
import { type PlacedTicket, ticketByNumber } from '../../db/tickets.ts';
import { Failure, isFailure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { aboutSlips, toCadre, toMember } from '../../src/texts.ts';
import { deskTicket } from '../desk/find-ticket.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** Refuses what is in somebody's hands, and says in whose: it changes hands by 转, never by a second 接. */
async function refuseTaken({ tx, person }: Turn, ticket: PlacedTicket): Promise<void> {
  const { number, groupId, assigneeId, state } = ticket;
  const isMine = assigneeId === person.id;
  if (assigneeId === null || (state !== 'accepted' && !(state === 'waiting' && !isMine))) return;
  const text = isMine
    ? aboutSlips.takenByYou(number)
    : aboutSlips.takenBy(number, await nameIn(tx, groupId, assigneeId));
  throw new Failure('ticket-state', text);
}

/** Of two who take it on at the same moment one does; the other hears who. */
async function take(turn: Turn, before: PlacedTicket, act: 'accept' | 'resume'): Promise<PlacedTicket> {
  try {
    return await writeAct(turn, before, act);
  } catch (error) {
    const now = isFailure(error, 'refusal') ? await ticketByNumber(turn.tx, before.number) : null;
    if (now && now.lastSeq !== before.lastSeq) await refuseTaken(turn, now);
    throw error;
  }
}

/** 接: the cadre takes the ticket on, or goes on with one that waited. */
export const accept = defineCommand({
  name: 'accept',
  says: ['接'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  isPlainWithNumber: true,
  isDaily: true,
  help: '接 12：这件我来办',
  async run(turn, words) {
    const before = await deskTicket(turn, words, 'accept-ticket');
    await refuseTaken(turn, before);
    const act = before.state === 'waiting' ? ('resume' as const) : ('accept' as const);
    const ticket = await take(turn, before, act);
    await turn.say(toCadre.accepted(ticket, turn.now));
    if (act === 'resume') return;
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellRequester(turn, ticket, key, toMember.accepted(ticket));
  },
});
