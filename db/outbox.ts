import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { newId } from '../src/ids.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { outbox, sendCounts } from './schema.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export interface Saying {
  key: string;
  placeId: string;
  isPrivate: boolean;
  text: string;
  image?: Uint8Array | null;
  /** A file of the bytes in `image`, named by the text. */
  kind?: 'file';
  /** Ids of people to mention; groups only. */
  mentions?: string[];
  ignoresQuiet?: boolean;
  notBefore?: Date;
  notAfter?: Date | null;
  trace: string;
}

/** Puts something to be said into the outbox; false when the same key was put before. */
export async function put(db: Db, saying: Saying, now: Date): Promise<boolean> {
  const rows = await db
    .insert(outbox)
    .values({
      placeId: saying.placeId,
      key: saying.key,
      id: newId(now),
      isPrivate: saying.isPrivate,
      kind: saying.kind ?? (saying.image ? 'image' : 'text'),
      text: saying.text,
      image: saying.image ?? null,
      mentions: saying.mentions ?? [],
      ignoresQuiet: saying.ignoresQuiet ?? false,
      state: 'queued',
      reason: null,
      attempts: 0,
      createdAt: now,
      notBefore: saying.notBefore ?? now,
      notAfter: saying.notAfter ?? null,
      claimedAt: null,
      sentAt: null,
      confirmedAt: null,
      chatMessageId: null,
      trace: saying.trace,
    })
    .onConflictDoNothing()
    .returning({ key: outbox.key });
  return rows.length > 0;
}

/** Due rows in the order they were put, the urgent ones first. */
export async function dueRows(db: Db, now: Date, limit: number): Promise<OutboxRow[]> {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'queued'), lte(outbox.notBefore, now)))
    .orderBy(desc(outbox.ignoresQuiet), asc(outbox.createdAt), asc(outbox.id))
    .limit(limit);
}

/** Takes one row for sending; false when another process, or a crash before, already took it. */
export async function claimRow(db: Db, row: OutboxRow, now: Date): Promise<boolean> {
  const claimed = await db
    .update(outbox)
    .set({ state: 'sending', claimedAt: now, attempts: row.attempts + 1 })
    .where(and(eq(outbox.placeId, row.placeId), eq(outbox.key, row.key), eq(outbox.state, 'queued')))
    .returning({ key: outbox.key });
  return claimed.length > 0;
}

type Ended = Partial<Pick<OutboxRow, 'state' | 'reason' | 'sentAt' | 'chatMessageId' | 'notBefore'>>;

export async function endRow(db: Db, row: OutboxRow, ended: Ended): Promise<void> {
  await db
    .update(outbox)
    .set(ended)
    .where(and(eq(outbox.placeId, row.placeId), eq(outbox.key, row.key), eq(outbox.state, 'sending')));
}

/** Puts a row that cannot be said now to later, before anybody took it. */
export async function postponeRow(db: Db, row: OutboxRow, notBefore: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ notBefore })
    .where(and(eq(outbox.placeId, row.placeId), eq(outbox.key, row.key), eq(outbox.state, 'queued')));
}

export async function dropRow(db: Db, row: OutboxRow, reason: string): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'failed', reason })
    .where(and(eq(outbox.placeId, row.placeId), eq(outbox.key, row.key), eq(outbox.state, 'queued')));
}

/** After a crash: what was being sent may have been sent. It is never sent again blindly. */
export async function forgetSending(db: Db): Promise<number> {
  const rows = await db
    .update(outbox)
    .set({ state: 'unknown', reason: 'the program stopped while sending' })
    .where(eq(outbox.state, 'sending'))
    .returning({ key: outbox.key });
  return rows.length;
}

/** The chat showed the bot its own words: they arrived. Settles rows in doubt as well. */
export async function confirmEcho(
  db: Db,
  placeId: string,
  echo: { chatMessageId: string; text: string; at: Date },
): Promise<boolean> {
  const since = new Date(echo.at.getTime() - 10 * 60_000);
  const near = await db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.placeId, placeId),
        inArray(outbox.state, ['sending', 'sent', 'unknown']),
        gt(outbox.claimedAt, since),
      ),
    )
    .orderBy(desc(outbox.claimedAt));
  const row =
    near.find(each => each.chatMessageId === echo.chatMessageId) ??
    near.find(each => each.chatMessageId === null && each.kind === 'text' && echo.text.includes(each.text));
  if (!row) return false;
  await db
    .update(outbox)
    .set({ state: 'confirmed', confirmedAt: echo.at, chatMessageId: echo.chatMessageId })
    .where(and(eq(outbox.placeId, row.placeId), eq(outbox.key, row.key)));
  return true;
}

/** The bot's own message that somebody quotes. */
export async function saidAs(db: Db, placeId: string, chatMessageId: string): Promise<OutboxRow | null> {
  const [found] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.placeId, placeId), eq(outbox.chatMessageId, chatMessageId)));
  return found ?? null;
}

/** When the bot last spoke anywhere, and in this place: what the pace is reckoned from, restarts included. */
export async function lastSentAt(db: Db, placeId: string | null): Promise<Date | null> {
  const where =
    placeId === null ? isNotNull(outbox.sentAt) : and(eq(outbox.placeId, placeId), isNotNull(outbox.sentAt));
  const [row] = await db
    .select({ at: outbox.sentAt })
    .from(outbox)
    .where(where)
    .orderBy(desc(outbox.sentAt))
    .limit(1);
  return row?.at ?? null;
}

/** The earliest moment at which something queued may be said; null when nothing waits. */
export async function nextDueAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: outbox.notBefore })
    .from(outbox)
    .where(eq(outbox.state, 'queued'))
    .orderBy(asc(outbox.notBefore))
    .limit(1);
  return row?.at ?? null;
}

export async function countSend(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .insert(sendCounts)
    .values({ accountId, day: dayOf(now), sent: 1 })
    .onConflictDoUpdate({
      target: [sendCounts.accountId, sendCounts.day],
      set: { sent: sql`${sendCounts.sent} + 1` },
    });
}

export async function sentToday(db: Db, accountId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ sent: sendCounts.sent })
    .from(sendCounts)
    .where(and(eq(sendCounts.accountId, accountId), eq(sendCounts.day, dayOf(now))));
  return row?.sent ?? 0;
}

/** How many rows stand in each state: for doctor and the operator's desk. */
export async function outboxStates(db: Db): Promise<Record<string, number>> {
  const rows = await db.select({ state: outbox.state, n: count() }).from(outbox).groupBy(outbox.state);
  return Object.fromEntries(rows.map(row => [row.state, row.n]));
}

/** What was queued for one person by kind of key since a moment: the bot counts the load it causes. */
export async function countPut(db: Db, placeId: string, prefix: string, since: Date): Promise<number> {
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.placeId, placeId), gt(outbox.createdAt, since)));
  return rows.filter(row => row.key.startsWith(prefix)).length;
}

/** The last key beginning so that was put for a place since a moment; null when none was. */
export async function lastKeySince(
  db: Db,
  placeId: string,
  prefix: string,
  since: Date,
): Promise<string | null> {
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.placeId, placeId), gt(outbox.createdAt, since)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id));
  return rows.find(row => row.key.startsWith(prefix))?.key ?? null;
}
