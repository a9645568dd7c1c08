import { followersOf, type PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import { toCadre, toMember } from '../../src/texts.ts';
import { isWorkedOn } from '../../src/ticket.ts';
import type { Turn } from '../turn.ts';
import { tellAssignee } from './tell-assignee.ts';
import { askRequester, tellRequester } from './tell-requester.ts';
import { writeAct } from './write-act.ts';

/** Says news of a ticket to the members of those that were linked to it. */
export async function tellFollowers(
  turn: Turn,
  main: PlacedTicket,
  textOf: (ticket: PlacedTicket) => string,
) {
  for (const ticket of await followersOf(turn.tx, main.number)) {
    if (!isWorkedOn(ticket)) continue;
    await tellRequester(turn, ticket, keys.followerNews(ticket.id, main.lastSeq), textOf(ticket));
  }
}

/** What is done for one is done for all: each of their members is asked for themselves whether it is solved. */
export async function closeFollowers(
  turn: Turn,
  main: PlacedTicket,
  { words, byId }: { words: string; byId: string | null },
): Promise<void> {
  for (const ticket of await followersOf(turn.tx, main.number)) {
    if (!isWorkedOn(ticket)) continue;
    // A suggestion is never closed without words, whoever it was put together with.
    const data = { number: main.number, text: words || toMember.closedTogether() };
    const closed = await writeAct(turn, ticket, 'close', data, byId);
    const asked = await writeAct(turn, closed, 'ask', { number: main.number }, null);
    const text = toMember.closed(asked, words);
    await tellRequester(turn, asked, keys.ticketClosed(ticket.id, closed.lastSeq), text);
    await askRequester(turn, asked, 'solved');
  }
}

/** The one they followed is opened again: so are those it closed, unless their member said that theirs is solved. */
export async function reopenFollowers(turn: Turn, main: PlacedTicket): Promise<void> {
  for (const ticket of await followersOf(turn.tx, main.number)) {
    if (ticket.state === 'closed') await writeAct(turn, ticket, 'reopen', { number: main.number }, null);
  }
}

/** The one they followed is withdrawn: each stands for itself again, so that none is lost with it. */
export async function releaseFollowers(turn: Turn, main: PlacedTicket): Promise<void> {
  for (const ticket of await followersOf(turn.tx, main.number)) {
    const alone = await writeAct(turn, ticket, 'unlink', {}, null);
    if (!isWorkedOn(alone)) continue;
    const key = keys.ticketNews(alone.id, alone.lastSeq);
    await tellAssignee(turn, alone, key, toCadre.released(alone, main.number));
  }
}
