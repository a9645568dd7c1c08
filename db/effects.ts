import { eq } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { effects } from './schema.ts';

/** True the first time a key is claimed, and never again. */
export async function claimEffect(db: Db, key: string, now: Date): Promise<boolean> {
  const claimed = await db.insert(effects).values({ key, at: now }).onConflictDoNothing().returning();
  return claimed.length > 0;
}

/** Was this key claimed before? */
export async function isClaimed(db: Db, key: string): Promise<boolean> {
  const found = await db.select({ key: effects.key }).from(effects).where(eq(effects.key, key)).limit(1);
  return found.length > 0;
}
