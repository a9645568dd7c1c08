import { followersOf, holdTickets, type PlacedTicket } from '../../db/tickets.ts';
import { Failure } from '../../src/errors.ts';
import { keys } from '../../src/keys.ts';
import { aboutCallBacks, toCadre, toMember } from '../../src/texts.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import { readNumber } from '../../src/words.ts';
import { numberedTicket } from '../desk/find-ticket.ts';
import { tellRequester } from '../desk/tell-requester.ts';
import { writeAct } from '../desk/write-act.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** The number behind 到, 和, 第 or nothing: 合并 12 到 9. */
const secondNumber = (rest: string): number | null =>
  readNumber(
    /^(?:到|和|进|与|跟)?\s*第?\s*([\d零〇一二两三四五六七八九十百千]+)\s*[件号]?$/u.exec(rest)?.[1] ?? '',
  );

/** One follows the other; chains are refused, so that whoever asks finds the one that is worked on. */
async function refuseChain(turn: Turn, ticket: PlacedTicket, main: PlacedTicket): Promise<void> {
  if (main.duplicateOf !== null)
    throw new Failure('ticket-state', toCadre.isDuplicate(main, main.duplicateOf));
  if (!isWorkedOn(main)) throw new Failure('ticket-state', toCadre.linkToDone(main));
  const [follower] = await followersOf(turn.tx, ticket.number);
  if (follower) throw new Failure('ticket-state', toCadre.isFollowed(ticket, follower.number));
}

/** 合并: two members told of the same matter; it is worked on once, and both are told and asked. 拆开 takes it back. */
export const link = defineCommand({
  name: 'link',
  says: ['合并'],
  act: 'see-own-tickets',
  forWhom: 'cadre',
  needsNumber: true,
  help: '合并 12 到 9：两件是一件事',
  async run(turn, words) {
    const to = secondNumber(words.rest);
    if (words.number === null || to === null) throw new Failure('not-understood', toCadre.linkWhich());
    const before = await numberedTicket(turn, words.number, 'link-ticket');
    const main = await numberedTicket(turn, to, 'link-ticket');
    for (const { kind, number } of [before, main])
      if (kind === 'call-back') throw new Failure('ticket-state', aboutCallBacks.alone(number));
    // Else the other could be closed, withdrawn or put to a third while this is written, and this one followed it into nothing.
    await holdTickets(turn.tx, [before, main]);
    await refuseChain(turn, before, main);
    const ticket = await writeAct(turn, before, 'link', { number: main.number });
    await turn.say(toCadre.linked(ticket, main));
    const key = keys.ticketNews(ticket.id, ticket.lastSeq);
    await tellRequester(turn, ticket, key, toMember.linked(ticket, main.number));
  },
});
