import { askPrompt } from '../../db/prompts.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import type { Turn } from '../turn.ts';

/** Remembers that the person of this turn was asked about a ticket where they spoke, so that one word there answers. */
export const askHere = (
  { tx, now, message, person }: Turn,
  ticket: PlacedTicket,
  kind: string,
): Promise<void> =>
  askPrompt(
    tx,
    { placeId: message.placeId, personId: person.id, kind, data: { number: ticket.number } },
    now,
  );

/** The same for their private chat with the bot, wherever they spoke. */
export const askAlone = ({ tx, now, person }: Turn, ticket: PlacedTicket, kind: string): Promise<void> =>
  askPrompt(tx, { placeId: person.id, personId: person.id, kind, data: { number: ticket.number } }, now);
