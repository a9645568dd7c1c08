import { addExample } from '../../db/examples.ts';
import { groupById, namesIn } from '../../db/groups.ts';
import { eventsOf, type PlacedTicket } from '../../db/tickets.ts';
import { exampleOf } from '../../src/examples.ts';
import { newId } from '../../src/ids.ts';
import { isPrivateTopic, privateTopic } from '../../src/private-topic.ts';
import { GOOD_STARS } from '../../src/ratings.ts';
import { dayOf, startOfDay } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** The need and what was done, without anybody in it; null when it would teach nobody, or is not for others' eyes. */
async function draftOf(turn: Turn, ticket: PlacedTicket) {
  const { tx, person } = turn;
  const closing = (await eventsOf(tx, ticket)).findLast(event => event.act === 'close')?.data.text ?? null;
  const names = [...(await namesIn(tx, ticket.groupId)), person.name];
  const isPrivate = isPrivateTopic(ticket.topic) || privateTopic(`${ticket.topic} ${closing ?? ''}`) !== null;
  return isPrivate ? null : exampleOf(ticket.topic, closing, names);
}

/** Whether a member may be asked to let others learn from their matter: solved by their own word, and rated well. */
export const mayBeExample = async (turn: Turn, ticket: PlacedTicket): Promise<boolean> =>
  ticket.kind === 'request' &&
  ticket.state === 'confirmed' &&
  (ticket.stars ?? 0) >= GOOD_STARS &&
  (await draftOf(turn, ticket)) !== null;

/** Keeps the example of a ticket with its member's consent; of when, the day alone, so that nothing leads back. */
export async function keepExample(turn: Turn, ticket: PlacedTicket): Promise<boolean> {
  const { tx, now } = turn;
  const draft = await draftOf(turn, ticket);
  const group = await groupById(tx, ticket.groupId);
  if (!draft || !group) return false;
  const at = startOfDay(dayOf(now));
  await addExample(tx, { ...draft, id: newId(at), unitId: group.unitId, line: ticket.line, at });
  return true;
}
