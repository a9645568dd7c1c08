import type { Db } from '../../db/connect.ts';
import { groupById } from '../../db/groups.ts';
import { keptFromIds } from '../../db/kept-from.ts';
import { leadersUpward, servingCadresOf } from '../../db/people.ts';
import type { PlacedTicket } from '../../db/tickets.ts';
import type { Thing } from '../../src/people.ts';
import { isHeldByLeader } from './held-by-leader.ts';

/** What the rights over a ticket depend on. */
export async function thingOf(db: Db, ticket: PlacedTicket, now: Date): Promise<Thing> {
  const group = await groupById(db, ticket.groupId);
  const cadres = await servingCadresOf(db, ticket.groupId, now);
  const leaders = group ? await leadersUpward(db, group.unitId) : [];
  return {
    requesterId: ticket.requesterId,
    assigneeId: ticket.assigneeId,
    cadreIds: (await isHeldByLeader(db, ticket, { leaders, cadres })) ? [] : cadres.map(person => person.id),
    leaderIds: leaders.map(person => person.id),
    keptFromIds: await keptFromIds(db, ticket),
  };
}
