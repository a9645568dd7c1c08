import { inArray } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import type { Group } from '../groups.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { groupChanges, groups } from '../schema.ts';

/** Age goes with the members through merge, rebuild and rename: the oldest forerunner's, for each of the groups. */
export async function birthsOf(db: Db, asked: readonly Group[]): Promise<Map<string, Date | null>> {
  const changes = new Map<string, string[]>();
  const seen = new Set(asked.map(group => group.id));
  for (let queue = [...seen]; queue.length > 0; ) {
    const found = await inSlices(queue, ids =>
      db.select().from(groupChanges).where(inArray(groupChanges.toId, ids)),
    );
    for (const [toId, rows] of byKey(found, row => row.toId))
      changes.set(
        toId,
        rows.map(row => row.fromId),
      );
    queue = [...new Set(found.map(row => row.fromId))].filter(id => !seen.has(id));
    for (const id of queue) seen.add(id);
  }
  const born = new Map(asked.map(group => [group.id, group.createdAt]));
  const older = await inSlices(
    [...seen].filter(id => !born.has(id)),
    ids =>
      db.select({ id: groups.id, createdAt: groups.createdAt }).from(groups).where(inArray(groups.id, ids)),
  );
  for (const { id, createdAt } of older) born.set(id, createdAt);
  return new Map(asked.map(({ id }) => [id, oldestOf(id, changes, born)]));
}

/** The oldest birth among a group and its forerunners; a circle ends where it meets itself. */
function oldestOf(
  id: string,
  changes: ReadonlyMap<string, string[]>,
  born: ReadonlyMap<string, Date | null>,
): Date | null {
  let oldest: Date | null = null;
  const lineage = new Set([id]);
  for (const each of lineage) {
    const at = born.get(each) ?? null;
    if (at && (!oldest || at < oldest)) oldest = at;
    for (const from of changes.get(each) ?? []) lineage.add(from);
  }
  return oldest;
}
