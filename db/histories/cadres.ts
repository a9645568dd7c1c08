import { inArray } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { groupCadres, standIns } from '../schema.ts';

/** Ids of the cadres of each group, bound ones first and then whoever ever stood in for one of them; as `cadresOf` counts them. */
export async function cadreIdsOf(db: Db, groupIds: readonly string[]): Promise<Map<string, string[]>> {
  const bound = await inSlices(groupIds, ids =>
    db
      .select()
      .from(groupCadres)
      .where(inArray(groupCadres.groupId, ids))
      .orderBy(groupCadres.groupId, groupCadres.since, groupCadres.personId),
  );
  const standing = byKey(
    await inSlices(
      bound.map(row => row.personId),
      ids =>
        db
          .select()
          .from(standIns)
          .where(inArray(standIns.cadreId, ids))
          .orderBy(standIns.cadreId, standIns.fromAt, standIns.standInId),
    ),
    row => row.cadreId,
  );
  return new Map(
    [...byKey(bound, row => row.groupId)].map(([groupId, rows]) => {
      const ids = rows.map(row => row.personId);
      const others = ids.flatMap(id => (standing.get(id) ?? []).map(row => row.standInId));
      return [groupId, [...new Set([...ids, ...others])]];
    }),
  );
}
