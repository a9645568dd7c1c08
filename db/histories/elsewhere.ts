import { eq, inArray } from 'drizzle-orm';
import { postedIn } from '../../src/analysis/group-day.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { addDays } from '../../src/time.ts';
import type { Db } from '../connect.ts';
import { groupDaysOf } from '../group-days.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { groupCadres, groups } from '../schema.ts';

/** What the cadres of each group posted, as fingerprints. */
type Posts = ReadonlyMap<string, ReturnType<typeof postedIn>>;

/** Fingerprints that these cadres posted in this group and in one of the others. */
function copiedIn(posts: Posts, groupId: string, otherIds: readonly string[]): string[] {
  const here = new Set((posts.get(groupId) ?? []).map(({ byId, fingerprint }) => `${byId} ${fingerprint}`));
  const copied = otherIds
    .flatMap(id => posts.get(id) ?? [])
    .filter(({ byId, fingerprint }) => here.has(`${byId} ${fingerprint}`));
  return [...new Set(copied.map(({ fingerprint }) => fingerprint))].sort();
}

/** What the cadres of each group do in all their groups (F8, F17), as far back as any measure looks. */
export async function elsewhereOf(
  db: Db,
  cadreIds: ReadonlyMap<string, readonly string[]>,
  span: { untilDay: string; days: number },
): Promise<Map<string, GroupHistory['elsewhere']>> {
  const served = byKey(
    await inSlices([...cadreIds.values()].flat(), ids =>
      db
        .select({ id: groups.id, kind: groups.kind, cadreId: groupCadres.personId })
        .from(groupCadres)
        .innerJoin(groups, eq(groups.id, groupCadres.groupId))
        .where(inArray(groupCadres.personId, ids))
        .orderBy(groups.id),
    ),
    row => row.cadreId,
  );
  const ofGroup = new Map(
    [...cadreIds].map(([groupId, ids]) => {
      const rows = ids.flatMap(id => served.get(id) ?? []);
      return [groupId, new Map(rows.map(({ id, kind }) => [id, kind]))];
    }),
  );
  const shared =
    span.days === 0
      ? []
      : [...ofGroup].filter(([, all]) => all.size > 1).flatMap(([groupId, all]) => [groupId, ...all.keys()]);
  const days = await groupDaysOf(db, shared, {
    first: addDays(span.untilDay, -span.days),
    last: span.untilDay,
  });
  const posts = new Map([...days].map(([id, rows]) => [id, postedIn(rows)] as const));
  return new Map(
    [...ofGroup].map(([groupId, all]) => {
      const others = [...all.keys()].filter(id => id !== groupId);
      const kinds = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
      return [groupId, { kinds, fingerprints: copiedIn(posts, groupId, others) }];
    }),
  );
}
