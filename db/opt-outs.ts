import { eq } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { people } from './schema.ts';

/** 退出统计: from then on only what the person says to the bot is kept. */
export async function isOptedOut(db: Db, personId: string): Promise<boolean> {
  const [found] = await db.select({ at: people.optedOutAt }).from(people).where(eq(people.id, personId));
  return (found?.at ?? null) !== null;
}

/** Writes since when the person has opted out; null brings them back. */
export async function setOptedOut(tx: Db, personId: string, at: Date | null): Promise<void> {
  await tx.update(people).set({ optedOutAt: at }).where(eq(people.id, personId));
}
