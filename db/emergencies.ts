import { and, eq, gt, inArray, isNull, like } from 'drizzle-orm';
import type { Message } from '../src/message.ts';
import type { Db } from './connect.ts';
import type { OutboxRow } from './outbox.ts';
import { messages, outbox } from './schema.ts';

/** Was something of this kind of key said, or is it about to be said, since a moment? What failed or is in doubt was not. */
export async function isSaidSince(db: Db, placeId: string, prefix: string, since: Date): Promise<boolean> {
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(
        eq(outbox.placeId, placeId),
        inArray(outbox.state, ['queued', 'sending', 'sent', 'confirmed']),
        gt(outbox.createdAt, since),
      ),
    );
  return rows.some(row => row.key.startsWith(prefix));
}

/** Rows under such keys that were delivered, of those put since a moment; oldest first. */
export async function deliveredSince(db: Db, prefix: string, since: Date): Promise<OutboxRow[]> {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.state, ['sent', 'confirmed']),
        // Never before it was put, and indexed.
        gt(outbox.notBefore, since),
        gt(outbox.createdAt, since),
        like(outbox.key, `${prefix}%`),
      ),
    )
    .orderBy(outbox.createdAt, outbox.id);
}

/** A message decided since a moment, wherever it was said; null when it was recalled. */
export async function recentMessage(db: Db, id: string, since: Date): Promise<Message | null> {
  const [found] = await db
    .select()
    .from(messages)
    .where(and(gt(messages.decidedAt, since), eq(messages.id, id), isNull(messages.recalledAt)));
  return found ?? null;
}
