import type { Db } from './connect.ts';
import { effects } from './schema.ts';

/** True the first time a key is claimed, and never again. */
export async function claimEffect(db: Db, key: string, now: Date): Promise<boolean> {
  const claimed = await db.insert(effects).values({ key, at: now }).onConflictDoNothing().returning();
  return claimed.length > 0;
}
