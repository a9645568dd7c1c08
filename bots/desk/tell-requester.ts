import { put } from '../../db/outbox.ts';
import { askPrompt } from '../../db/prompts.ts';
import { reachOfRequester } from '../../db/reach.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { maskPersonal } from '../../src/mask.ts';
import type { Turn } from '../turn.ts';

/**
 * Says news of a ticket to its member where they asked: in the group with a mention, or in their private chat. Who left
 * the group hears it in private as a friend, and else nowhere; false when nothing is said.
 */
export async function tellRequester(
  turn: Turn,
  ticket: PlacedTicket,
  key: string,
  text: string,
): Promise<boolean> {
  const { tx, now, message } = turn;
  const reach = await reachOfRequester(tx, ticket);
  if (!reach) return false;
  const mentions = reach.isPrivate ? [] : [ticket.requesterId];
  // A hundred people read the group: what a cadre wrote into the news keeps its landlines, not somebody's own numbers.
  const words = reach.isPrivate ? text : maskPersonal(text);
  return put(tx, { key, ...reach, text: words, mentions, trace: message.trace }, now);
}

/** Remembers that the member was asked something about a ticket, so that one word answers. */
export async function askRequester(turn: Turn, ticket: PlacedTicket, kind: string): Promise<void> {
  const reach = await reachOfRequester(turn.tx, ticket);
  if (!reach) return;
  const { placeId } = reach;
  const prompt = { placeId, personId: ticket.requesterId, kind, data: { number: ticket.number } };
  await askPrompt(turn.tx, prompt, turn.now);
}
