import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { decisions } from './schema.ts';

export type DecisionRow = typeof decisions.$inferSelect;

/** One decision a message; a second one for the same message is not taken. */
export async function saveDecision(db: Db, row: DecisionRow): Promise<void> {
  await db.insert(decisions).values(row).onConflictDoNothing();
}

/** Offers that have waited long enough for a person to answer. */
export async function dueOffers(db: Db, now: Date): Promise<DecisionRow[]> {
  return db
    .select()
    .from(decisions)
    .where(and(isNotNull(decisions.offerAt), lte(decisions.offerAt, now)))
    .orderBy(decisions.offerAt, decisions.messageId);
}

/** The offer was made, or is no longer needed. */
export async function endOffer(db: Db, placeId: string, messageId: string): Promise<void> {
  await db
    .update(decisions)
    .set({ offerAt: null })
    .where(and(eq(decisions.placeId, placeId), eq(decisions.messageId, messageId)));
}

/** What an offer to record this message was about, over all the messages it was said in; null when none was made. */
export async function offeredTopic(db: Db, placeId: string, messageId: string): Promise<string | null> {
  const [found] = await db
    .select({ topic: decisions.topic })
    .from(decisions)
    .where(and(eq(decisions.placeId, placeId), eq(decisions.messageId, messageId)));
  return found?.topic ?? null;
}

/** What was decided, by message: for replays. */
export async function decidedActions(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ id: decisions.messageId, action: decisions.action }).from(decisions);
  return new Map(rows.map(row => [row.id, row.action]));
}
