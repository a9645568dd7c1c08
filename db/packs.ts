import { and, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import { shardOf } from '../src/packs/shard.ts';
import { inBatches } from './archive/batches.ts';
import type { Db } from './connect.ts';
import { groupPacks, groups } from './schema.ts';

/** A bound group of a shard with its pack as it was last written; the pack is empty before the first time. */
export type PackedGroup = Awaited<ReturnType<typeof packsOfShard>>[number];

const isOurs = eq(groupPacks.metrics, METRICS_VERSION);
/** Before every day. */
const NEVER_PACKED = '';

/** Gives every bound group that has none an empty pack, so that it is found in its shard from now on. */
export async function enrolGroups(db: Db, now: Date): Promise<void> {
  const missing = await db
    .select({ groupId: groups.id })
    .from(groups)
    .leftJoin(groupPacks, and(eq(groupPacks.groupId, groups.id), isOurs))
    .where(and(isNotNull(groups.boundAt), isNull(groupPacks.groupId)));
  const rows = missing.map(({ groupId }) => ({
    groupId,
    metrics: METRICS_VERSION,
    shard: shardOf(groupId),
    throughDay: NEVER_PACKED,
    pack: new Uint8Array(),
    packedAt: now,
  }));
  await inBatches(rows, batch => db.insert(groupPacks).values(batch).onConflictDoNothing());
}

/** Shards that hold a bound group. */
export async function shardsInUse(db: Db): Promise<number[]> {
  const rows = await db
    .selectDistinct({ shard: groupPacks.shard })
    .from(groupPacks)
    .innerJoin(groups, eq(groups.id, groupPacks.groupId))
    .where(and(isOurs, isNotNull(groups.boundAt)))
    .orderBy(groupPacks.shard);
  return rows.map(row => row.shard);
}

/** The next bound groups of a shard after an id, in the order of their ids. */
export async function packsOfShard(db: Db, shard: number, after: string, limit: number) {
  return db
    .select({
      id: groups.id,
      name: groups.name,
      unitId: groups.unitId,
      serviceLines: groups.serviceLines,
      throughDay: groupPacks.throughDay,
      pack: groupPacks.pack,
      packedAt: groupPacks.packedAt,
    })
    .from(groupPacks)
    .innerJoin(groups, eq(groups.id, groupPacks.groupId))
    .where(and(isOurs, eq(groupPacks.shard, shard), gt(groupPacks.groupId, after), isNotNull(groups.boundAt)))
    .orderBy(groupPacks.groupId)
    .limit(limit);
}

/** Writes packs over what stood there. */
export async function savePacks(
  db: Db,
  packs: readonly { groupId: string; throughDay: string; pack: Uint8Array }[],
  now: Date,
): Promise<void> {
  const rows = packs.map(row => ({
    ...row,
    metrics: METRICS_VERSION,
    shard: shardOf(row.groupId),
    packedAt: now,
  }));
  const excluded = {
    throughDay: sql`excluded.through_day`,
    pack: sql`excluded.pack`,
    packedAt: sql`excluded.packed_at`,
  };
  await inBatches(rows, batch =>
    db
      .insert(groupPacks)
      .values(batch)
      .onConflictDoUpdate({ target: [groupPacks.groupId, groupPacks.metrics], set: excluded }),
  );
}

/** The packs of some groups, wherever they are. */
export async function packsOf(db: Db, groupIds: readonly string[]) {
  return db
    .select({ groupId: groupPacks.groupId, throughDay: groupPacks.throughDay, pack: groupPacks.pack })
    .from(groupPacks)
    .where(and(isOurs, inArray(groupPacks.groupId, [...groupIds])))
    .orderBy(groupPacks.groupId);
}
