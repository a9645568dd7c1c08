import { createHash } from 'node:crypto';
import { asc, desc } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { audit } from './schema.ts';

export interface AuditEntry {
  byId: string | null;
  act: string;
  thing: string;
  /** Counts and ids only; never a text or a name. */
  data: Record<string, unknown>;
}

const FIRST_HASH = '0'.repeat(64);

const hashOf = (previousHash: string, seq: number, at: Date, entry: AuditEntry): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previousHash,
        seq,
        at.getTime(),
        entry.byId,
        entry.act,
        entry.thing,
        sorted(entry.data),
      ]),
    )
    .digest('hex');

// PostgreSQL's jsonb does not keep the order of keys.
const sorted = (value: Record<string, unknown>): unknown[] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** Appends to the log that nobody changes; each row carries the hash of the one before. */
export async function appendAudit(db: Db, entry: AuditEntry, now: Date): Promise<void> {
  await db.transaction(async tx => {
    const [last] = await tx.select().from(audit).orderBy(desc(audit.seq)).limit(1);
    const seq = (last?.seq ?? 0) + 1;
    const previousHash = last?.hash ?? FIRST_HASH;
    await tx
      .insert(audit)
      .values({ ...entry, seq, at: now, previousHash, hash: hashOf(previousHash, seq, now, entry) });
  });
}

/** The number of rows when the chain holds, else the row at which it breaks. */
export async function verifyAudit(db: Db): Promise<{ rows: number; brokenAt: number | null }> {
  const rows = await db.select().from(audit).orderBy(asc(audit.seq));
  let previousHash = FIRST_HASH;
  for (const [index, row] of rows.entries()) {
    const holds =
      row.seq === index + 1 &&
      row.previousHash === previousHash &&
      row.hash === hashOf(previousHash, row.seq, row.at, row);
    if (!holds) return { rows: rows.length, brokenAt: row.seq };
    previousHash = row.hash;
  }
  return { rows: rows.length, brokenAt: null };
}
