import { and, eq, gte, inArray, isNotNull, lt, lte, max } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import { type GroupDay, postedIn } from '../src/analysis/group-day.ts';
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

/** Fingerprints that these cadres posted in this group and in one of their others, between two days. */
export async function copiedFingerprints(
  db: Db,
  groupId: string,
  others: readonly { id: string; cadreId: string }[],
  span: { since: string; until: string },
): Promise<string[]> {
  if (!others.length) return [];
  const groupIds = [...new Set([groupId, ...others.map(other => other.id)])];
  const rows = await db
    .select({ groupId: groupDays.groupId, row: groupDays.row })
    .from(groupDays)
    .where(
      and(
        inArray(groupDays.groupId, groupIds),
        eq(groupDays.metrics, METRICS_VERSION),
        gte(groupDays.day, span.since),
        lte(groupDays.day, span.until),
      ),
    );
  const postedBy = (ofGroup: boolean) =>
    rows
      .filter(row => (row.groupId === groupId) === ofGroup)
      .flatMap(({ row }) => postedIn([row]).map(({ byId, fingerprint }) => `${byId} ${fingerprint}`));
  const here = new Set(postedBy(true));
  const copied = postedBy(false).filter(key => here.has(key));
  return [...new Set(copied.map(key => key.slice(key.indexOf(' ') + 1)))].sort();
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
