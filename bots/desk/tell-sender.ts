import { personById } from '../../db/people.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Turn } from '../turn.ts';
import { tellRequester } from './tell-requester.ts';

/** Tells the one who went straight up what came of it: alone where they are a friend, else where they asked. */
export async function tellSender(turn: Turn, ticket: PlacedTicket, text: string): Promise<void> {
  const key = keys.ticketNews(ticket.id, ticket.lastSeq);
  const sender = await personById(turn.tx, ticket.requesterId);
  if (!sender || !(await turn.tell(sender, key, text))) await tellRequester(turn, ticket, key, text);
}
