import { and, eq, gte, isNotNull, lt, max } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { GroupDay } from '../src/analysis/group-day.ts';
import type { Db } from './connect.ts';
import { groupDays, messages } from './schema.ts';

export async function saveGroupDay(db: Db, row: GroupDay, now: Date): Promise<void> {
  const values = { groupId: row.groupId, day: row.day, metrics: METRICS_VERSION, row, foldedAt: now };
  await db
    .insert(groupDays)
    .values(values)
    .onConflictDoUpdate({ target: [groupDays.groupId, groupDays.day, groupDays.metrics], set: values });
}

export async function groupDaysOf(db: Db, groupId: string, until: string): Promise<GroupDay[]> {
  const rows = await db
    .select({ row: groupDays.row, day: groupDays.day })
    .from(groupDays)
    .where(and(eq(groupDays.groupId, groupId), eq(groupDays.metrics, METRICS_VERSION)))
    .orderBy(groupDays.day);
  return rows.flatMap(({ row, day }) => (row && day <= until ? [row] : []));
}

/**
 * Days before `until` whose messages came after the day was last folded, or that were never folded.
 * A sweep, so that a late delivery, an import or a missed night is made good by the next one.
 */
export async function unfoldedDays(
  db: Db,
  since: string,
  until: string,
): Promise<{ groupId: string; day: string }[]> {
  const said = await db
    .select({ groupId: messages.placeId, day: messages.day, lastAt: max(messages.decidedAt) })
    .from(messages)
    .where(
      and(
        eq(messages.isPrivate, false),
        isNotNull(messages.decidedAt),
        gte(messages.day, since),
        lt(messages.day, until),
      ),
    )
    .groupBy(messages.placeId, messages.day)
    .orderBy(messages.placeId, messages.day);
  const folded = await db
    .select({ groupId: groupDays.groupId, day: groupDays.day, foldedAt: groupDays.foldedAt })
    .from(groupDays)
    .where(and(gte(groupDays.day, since), eq(groupDays.metrics, METRICS_VERSION)));
  const foldedAt = new Map(folded.map(row => [`${row.groupId} ${row.day}`, row.foldedAt.getTime()]));
  return said
    .filter(row => (foldedAt.get(`${row.groupId} ${row.day}`) ?? 0) <= (row.lastAt?.getTime() ?? 0))
    .map(({ groupId, day }) => ({ groupId, day }));
}
