import type { Db } from '../../db/connect.ts';
import { eventsOf, type PlacedTicket } from '../../db/tickets.ts';
import type { Person } from '../../src/people.ts';

/**
 * What went over the cadres' heads stays there: a straight-up word and a resource gap are the leader's own until the
 * leader hands them down, by 派 or by a word of instruction. Until then the group's cadres neither see nor take them.
 */
export async function isHeldByLeader(
  db: Db,
  ticket: PlacedTicket,
  who: { leaders: readonly Person[]; cadres: readonly Person[] },
): Promise<boolean> {
  const { assigneeId, kind } = ticket;
  if (assigneeId === null) return kind === 'resource-gap';
  const isIn = (persons: readonly Person[]) => persons.some(person => person.id === assigneeId);
  if (!isIn(who.leaders) || isIn(who.cadres)) return false;
  const events = await eventsOf(db, ticket);
  return !events.some(({ act, data }) => act === 'acknowledge' && data.text !== undefined);
}
