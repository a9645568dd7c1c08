import { and, eq, isNull, like, or, sql } from 'drizzle-orm';
import { orderSpeakers } from '../../src/analysis/group-day.ts';
import { forgetAuditName } from '../audit-names.ts';
import type { Db } from '../connect.ts';
import { bindings, groupDays, links, memberships, people, prompts, surveyRefusals } from '../schema.ts';
import type { Owner } from './owner.ts';

/** What somebody who is gone is called. */
export const GONE = '（已删除）';

/** What ties the person to the chat and to others goes or ends; that there was a member, a link, a visit stays. */
export async function eraseBelongings(tx: Db, { id, now }: Owner): Promise<void> {
  await tx.delete(bindings).where(and(eq(bindings.kind, 'person'), eq(bindings.ownId, id)));
  await tx.delete(prompts).where(or(eq(prompts.personId, id), eq(prompts.placeId, id)));
  await tx.delete(surveyRefusals).where(eq(surveyRefusals.personId, id));
  await tx
    .update(memberships)
    .set({ leftAt: now })
    .where(and(eq(memberships.personId, id), isNull(memberships.leftAt)));
  await tx.update(memberships).set({ alias: null }).where(eq(memberships.personId, id));
  await tx
    .update(links)
    .set({ toAt: now })
    .where(and(eq(links.personId, id), isNull(links.toAt)));
  await tx
    .update(people)
    .set({ name: GONE, isContact: false, bindCode: null, optedOutAt: null })
    .where(eq(people.id, id));
  await forgetAuditName(tx, id);
}

/** 群日 rows name their speakers; the order of a row is that of the ids, as folding the day again would give it. */
export async function renameInDays(tx: Db, { id, swap }: Owner): Promise<void> {
  const held = await tx
    .select()
    .from(groupDays)
    .where(like(sql`cast(${groupDays.row} as text)`, `%${id}%`));
  for (const { groupId, day, metrics, row } of held) {
    const swapped = swap(row);
    await tx
      .update(groupDays)
      .set({ row: { ...swapped, speakers: orderSpeakers(swapped.speakers) } })
      .where(and(eq(groupDays.groupId, groupId), eq(groupDays.day, day), eq(groupDays.metrics, metrics)));
  }
}
