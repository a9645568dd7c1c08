import { and, eq, gte, inArray, isNotNull, lt, lte, max } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { GroupDay } from '../src/analysis/group-day.ts';
import type { Db } from './connect.ts';
import { byKey, inSlices } from './in-slices.ts';
import { groupDays, messages } from './schema.ts';

export async function saveGroupDay(db: Db, row: GroupDay, now: Date): Promise<void> {
  const values = { groupId: row.groupId, day: row.day, metrics: METRICS_VERSION, row, foldedAt: now };
  await db
    .insert(groupDays)
    .values(values)
    .onConflictDoUpdate({ target: [groupDays.groupId, groupDays.day, groupDays.metrics], set: values });
}

/** The days of each group from `first`, or from the beginning, to `last`, in order. */
export async function groupDaysOf(
  db: Db,
  groupIds: readonly string[],
  { first = '', last }: { first?: string; last: string },
): Promise<Map<string, GroupDay[]>> {
  const rows = await inSlices(groupIds, ids =>
    db
      .select({ groupId: groupDays.groupId, row: groupDays.row })
      .from(groupDays)
      .where(
        and(
          inArray(groupDays.groupId, ids),
          eq(groupDays.metrics, METRICS_VERSION),
          gte(groupDays.day, first),
          lte(groupDays.day, last),
        ),
      )
      .orderBy(groupDays.groupId, groupDays.day),
  );
  return new Map([...byKey(rows, row => row.groupId)].map(([id, days]) => [id, days.map(({ row }) => row)]));
}

/** Days of some groups that were folded at a moment or later. */
export async function foldsSince(
  db: Db,
  groupIds: readonly string[],
  since: Date,
): Promise<Map<string, { day: string; foldedAt: Date }[]>> {
  const rows = await inSlices(groupIds, ids =>
    db
      .select({ groupId: groupDays.groupId, day: groupDays.day, foldedAt: groupDays.foldedAt })
      .from(groupDays)
      .where(
        and(
          inArray(groupDays.groupId, ids),
          eq(groupDays.metrics, METRICS_VERSION),
          gte(groupDays.foldedAt, since),
        ),
      ),
  );
  return byKey(rows, row => row.groupId);
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
