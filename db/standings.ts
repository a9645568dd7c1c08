import { and, eq, inArray, sql } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { DailyState } from '../src/analysis/state.ts';
import { inBatches } from './archive/batches.ts';
import type { Db } from './connect.ts';
import { inSlices } from './in-slices.ts';
import { standings } from './schema.ts';

const isOurs = eq(standings.metrics, METRICS_VERSION);

/** Where groups stood after their last daily evaluation. */
export async function standingsOf(db: Db, groupIds: readonly string[]): Promise<Map<string, DailyState>> {
  const rows = await inSlices(groupIds, ids =>
    db
      .select()
      .from(standings)
      .where(and(isOurs, inArray(standings.groupId, ids))),
  );
  return new Map(
    rows.map(({ groupId, day, state, since, raw, streak }) => [groupId, { day, state, since, raw, streak }]),
  );
}

export async function saveStandings(db: Db, reached: ReadonlyMap<string, DailyState>): Promise<void> {
  const rows = [...reached].map(([groupId, standing]) => ({
    groupId,
    metrics: METRICS_VERSION,
    ...standing,
  }));
  const excluded = {
    day: sql`excluded.day`,
    state: sql`excluded.state`,
    since: sql`excluded.since`,
    raw: sql`excluded.raw`,
    streak: sql`excluded.streak`,
  };
  await inBatches(rows, batch =>
    db
      .insert(standings)
      .values(batch)
      .onConflictDoUpdate({ target: [standings.groupId, standings.metrics], set: excluded }),
  );
}

/** Forgets where groups stood, because days they were evaluated on have changed; they are evaluated from the beginning. */
export async function dropStandings(db: Db, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length > 0)
    await db.delete(standings).where(and(isOurs, inArray(standings.groupId, [...groupIds])));
}
