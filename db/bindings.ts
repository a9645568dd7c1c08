import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { accountSpans, accounts, bindings } from './schema.ts';

export type BoundKind = 'person' | 'group';

/** Our id of what the chat calls `chatId`, as this account sees it. */
export async function ownIdOf(
  db: Db,
  accountId: string,
  kind: BoundKind,
  chatId: string,
): Promise<string | null> {
  const [found] = await db
    .select({ ownId: bindings.ownId })
    .from(bindings)
    .where(and(eq(bindings.accountId, accountId), eq(bindings.kind, kind), eq(bindings.chatId, chatId)));
  return found?.ownId ?? null;
}

/** The chat's id of ours, newest binding first: ids change with logins and re-made groups. */
export async function chatIdOf(
  db: Db,
  accountId: string,
  kind: BoundKind,
  ownId: string,
): Promise<string | null> {
  const found = await db
    .select({ chatId: bindings.chatId, boundAt: bindings.boundAt })
    .from(bindings)
    .where(and(eq(bindings.accountId, accountId), eq(bindings.kind, kind), eq(bindings.ownId, ownId)))
    .orderBy(bindings.boundAt);
  return found.at(-1)?.chatId ?? null;
}

export async function chatIdsOf(
  db: Db,
  accountId: string,
  kind: BoundKind,
  ownIds: string[],
): Promise<string[]> {
  if (!ownIds.length) return [];
  const found = await db
    .select({ chatId: bindings.chatId })
    .from(bindings)
    .where(and(eq(bindings.accountId, accountId), eq(bindings.kind, kind), inArray(bindings.ownId, ownIds)));
  return found.map(row => row.chatId);
}

export async function bind(
  db: Db,
  accountId: string,
  kind: BoundKind,
  chatId: string,
  ownId: string,
  now: Date,
): Promise<void> {
  await db
    .insert(bindings)
    .values({ accountId, kind, chatId, ownId, boundAt: now })
    .onConflictDoUpdate({
      target: [bindings.accountId, bindings.kind, bindings.chatId],
      set: { ownId, boundAt: now },
    });
}

/** Notes that the account was online from `fromAt` until now; one row an uninterrupted span. */
export async function extendSpan(db: Db, accountId: string, fromAt: Date, now: Date): Promise<void> {
  await db
    .insert(accountSpans)
    .values({ accountId, fromAt, toAt: now })
    .onConflictDoUpdate({ target: [accountSpans.accountId, accountSpans.fromAt], set: { toAt: now } });
}

export type Account = typeof accounts.$inferSelect;

export async function saveAccount(db: Db, id: string, name: string): Promise<void> {
  await db
    .insert(accounts)
    .values({ id, name, pausedAt: null, pausedReason: null })
    .onConflictDoUpdate({ target: accounts.id, set: { name } });
}

export async function accountById(db: Db, id: string): Promise<Account | null> {
  const [found] = await db.select().from(accounts).where(eq(accounts.id, id));
  return found ?? null;
}

/** Accounts through which nothing is said until a person lifts it. */
export async function pausedAccounts(db: Db): Promise<Account[]> {
  return db.select().from(accounts).where(isNotNull(accounts.pausedAt)).orderBy(accounts.id);
}

/** Nothing is sent through a paused account until a person lifts it (reason null). */
export async function pauseAccount(db: Db, id: string, reason: string | null, now: Date): Promise<void> {
  await db
    .update(accounts)
    .set({ pausedAt: reason === null ? null : now, pausedReason: reason })
    .where(eq(accounts.id, id));
}
