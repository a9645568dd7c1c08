import { and, asc, eq, gte, isNotNull, lte } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { decisions, messages } from './schema.ts';

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

/** Offers that the same person has waiting in the same place up to a moment, in the order they were said. */
export async function offersBeside(
  db: Db,
  { placeId, senderId, from, to }: { placeId: string; senderId: string; from: Date; to: Date },
): Promise<DecisionRow[]> {
  const rows = await db
    .select({ decision: decisions })
    .from(decisions)
    .innerJoin(messages, and(eq(messages.placeId, decisions.placeId), eq(messages.id, decisions.messageId)))
    .where(
      and(
        eq(decisions.placeId, placeId),
        eq(messages.senderId, senderId),
        isNotNull(decisions.offerAt),
        gte(decisions.offerAt, from),
        lte(decisions.offerAt, to),
      ),
    )
    .orderBy(asc(decisions.offerAt), asc(decisions.messageId));
  return rows.map(row => row.decision);
}

/** What an offer is about, once more was said. */
export async function widenTopic(db: Db, row: DecisionRow, topic: string): Promise<void> {
  await db
    .update(decisions)
    .set({ topic })
    .where(and(eq(decisions.placeId, row.placeId), eq(decisions.messageId, row.messageId)));
}

/** The offer was made, or is no longer needed; false when it did not wait any more. */
export async function endOffer(db: Db, placeId: string, messageId: string): Promise<boolean> {
  const ended = await db
    .update(decisions)
    .set({ offerAt: null })
    .where(
      and(eq(decisions.placeId, placeId), eq(decisions.messageId, messageId), isNotNull(decisions.offerAt)),
    )
    .returning({ id: decisions.messageId });
  return ended.length > 0;
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
