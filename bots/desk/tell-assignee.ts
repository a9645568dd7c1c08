import { personById } from '../../db/people.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import type { Turn } from '../turn.ts';

/** Tells whoever is responsible for a ticket, in private; nobody when nobody is. */
export async function tellAssignee(
  turn: Turn,
  ticket: PlacedTicket,
  key: string,
  text: string,
): Promise<boolean> {
  const assignee = ticket.assigneeId ? await personById(turn.tx, ticket.assigneeId) : null;
  return assignee ? turn.tell(assignee, key, text) : false;
}
