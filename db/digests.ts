import { and, eq } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { digests } from './schema.ts';

/** Keeps a composed digest; false when this leader's week was composed before. */
export async function saveDigest(
  db: Db,
  digest: { leaderId: string; unitId: string; week: string; text: string; png: Uint8Array | null },
  now: Date,
): Promise<boolean> {
  const saved = await db
    .insert(digests)
    .values({ ...digest, composedAt: now })
    .onConflictDoNothing()
    .returning({ week: digests.week });
  return saved.length > 0;
}

export async function hasDigest(db: Db, leaderId: string, unitId: string, week: string): Promise<boolean> {
  const rows = await db
    .select({ week: digests.week })
    .from(digests)
    .where(and(eq(digests.leaderId, leaderId), eq(digests.unitId, unitId), eq(digests.week, week)));
  return rows.length > 0;
}
