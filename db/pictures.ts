import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { messages } from './schema.ts';

/** Ids of the pictures somebody sent in a place between two moments and has not taken back, in order; never the pictures themselves. */
export async function pictureIds(
  db: Db,
  from: { placeId: string; senderId: string; since: Date; until: Date },
): Promise<string[]> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.placeId, from.placeId),
        eq(messages.senderId, from.senderId),
        eq(messages.kind, 'image'),
        gte(messages.sentAt, from.since),
        lte(messages.sentAt, from.until),
        isNull(messages.recalledAt),
      ),
    )
    .orderBy(messages.sentAt, messages.id);
  return rows.map(row => row.id);
}
