import type { Db } from '../../db/connect.ts';
import { type Group, nameIn } from '../../db/groups.ts';
import { personById } from '../../db/people.ts';
import { openTicketsOfGroup, type PlacedTicket } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Person } from '../../src/people.ts';
import { aboutLeaving } from '../../src/texts.ts';
import { isOnDesk } from '../../src/ticket.ts';
import { dayOf } from '../../src/time.ts';
import { tellOfLeaving } from './hand-over-desk.ts';

/** A member left the group with open tickets: they stay, and whoever is responsible hears of it once, in private. */
export async function tellRequesterLeft(
  tx: Db,
  group: Group,
  member: Person,
  at: { now: Date; trace: string },
): Promise<void> {
  const byAssignee = new Map<string, PlacedTicket[]>();
  for (const ticket of await openTicketsOfGroup(tx, group.id)) {
    const { assigneeId } = ticket;
    // What goes on in private goes on as before.
    if (ticket.requesterId !== member.id || !assigneeId || !isOnDesk(ticket) || ticket.placeId !== group.id)
      continue;
    byAssignee.set(assigneeId, [...(byAssignee.get(assigneeId) ?? []), ticket]);
  }
  const who = await nameIn(tx, group.id, member.id);
  for (const [assigneeId, tickets] of byAssignee) {
    const assignee = await personById(tx, assigneeId);
    const key = keys.requesterLeft(group.id, member.id, dayOf(at.now));
    const text = aboutLeaving.requesterLeft(who, tickets, member.isContact);
    if (assignee)
      await tellOfLeaving(tx, assignee, { key, text, trace: at.trace, unitId: group.unitId }, at.now);
  }
}
