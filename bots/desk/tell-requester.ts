import { put } from '../../db/outbox.ts';
import { askPrompt } from '../../db/prompts.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import type { Turn } from '../turn.ts';

/** Says news of a ticket to its member where they asked: in the group with a mention, or in their private chat. */
export async function tellRequester(
  turn: Turn,
  ticket: PlacedTicket,
  key: string,
  text: string,
): Promise<void> {
  const isPrivate = ticket.placeId !== ticket.groupId;
  await put(
    turn.tx,
    {
      key,
      placeId: ticket.placeId,
      isPrivate,
      text,
      mentions: isPrivate ? [] : [ticket.requesterId],
      trace: turn.message.trace,
    },
    turn.now,
  );
}

/** Remembers that the member was asked something about a ticket, so that one word answers. */
export async function askRequester(turn: Turn, ticket: PlacedTicket, kind: string): Promise<void> {
  const prompt = {
    placeId: ticket.placeId,
    personId: ticket.requesterId,
    kind,
    data: { number: ticket.number },
  };
  await askPrompt(turn.tx, prompt, turn.now);
}
