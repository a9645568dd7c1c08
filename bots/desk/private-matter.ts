import type { PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Message } from '../../src/message.ts';
import { PRIVATE_TOPIC, privateTopic } from '../../src/private-topic.ts';
import { aboutPrivate } from '../../src/texts.ts';
import type { Turn } from '../turn.ts';

/** How a ticket is kept out of the group: a neutral topic, and its member's private chat as its place. */
interface Kept {
  topic: string;
  placeId: string;
}

/** Null when the matter may be spoken of where it was said. What went from the group into private never comes back. */
export function keptPrivate({ message, person }: Turn, source: Message, text: string): Kept | null {
  const wasLedAway = message.isPrivate && !source.isPrivate;
  const topic = privateTopic(text) ?? (wasLedAway ? PRIVATE_TOPIC : null);
  return topic === null ? null : { topic, placeId: person.id };
}

/** Tells the member the number; in the group nothing but the number. */
export async function sayOpenedAlone(turn: Turn, ticket: PlacedTicket): Promise<void> {
  const key = keys.ticketOpened(ticket.id);
  const alone = aboutPrivate.opened(ticket, turn.now);
  if (!turn.group) return turn.say(alone, { key });
  const isTold = await turn.tell(turn.person, key, alone, { ignoresQuiet: true });
  const line = isTold ? aboutPrivate.openedInGroup(ticket) : aboutPrivate.openedInGroupOfStranger(ticket);
  return turn.say(line, { key });
}
