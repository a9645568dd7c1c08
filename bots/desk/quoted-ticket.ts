import { saidAs } from '../../db/outbox.ts';
import { type PlacedTicket, ticketById, ticketByNumber, ticketOfMessage } from '../../db/tickets.ts';
import { ticketIdIn } from '../../src/keys.ts';
import type { Turn } from '../turn.ts';

/** The one number a sentence of the bot names; of two or more none is meant. */
function onlyNumberIn(text: string): number | null {
  const named = new Set([...text.matchAll(/第(\d{1,9})件/gu)].map(found => Number(found[1])));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

/** The ticket that a quoted message is about: what the bot said of it, or the words it was opened for; null without a quote. */
export async function quotedTicket({ tx, message }: Turn): Promise<PlacedTicket | null> {
  if (!message.replyToId) return null;
  const said = await saidAs(tx, message.placeId, message.replyToId);
  if (!said) return ticketOfMessage(tx, message.replyToId);
  const id = ticketIdIn(said.key);
  const ticket = id ? await ticketById(tx, id) : null;
  const number = ticket ? null : onlyNumberIn(said.text);
  return number === null ? ticket : ticketByNumber(tx, number);
}
