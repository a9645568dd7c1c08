import { and, eq, max, ne } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { digestLines } from './schema.ts';

/** A numbered line of the digest a leader last read. */
export type DigestLine = typeof digestLines.$inferSelect;

/** The first number of a leader's next digest of a week: several units of one leader number on. */
export async function nextLineNumber(db: Db, leaderId: string, week: string): Promise<number> {
  const [last] = await db
    .select({ number: max(digestLines.number) })
    .from(digestLines)
    .where(and(eq(digestLines.leaderId, leaderId), eq(digestLines.week, week)));
  return Number(last?.number ?? 0) + 1;
}

/** Keeps what the numbers of a digest stand for; those of weeks before mean nothing from now on. */
export async function saveDigestLines(
  tx: Db,
  digest: { leaderId: string; unitId: string; week: string },
  lines: readonly { number: number; groupId: string; detector: string | null }[],
): Promise<void> {
  const { leaderId, week } = digest;
  await tx.delete(digestLines).where(and(eq(digestLines.leaderId, leaderId), ne(digestLines.week, week)));
  if (lines.length) await tx.insert(digestLines).values(lines.map(line => ({ ...line, ...digest })));
}

export async function digestLine(db: Db, leaderId: string, number: number): Promise<DigestLine | null> {
  const [found] = await db
    .select()
    .from(digestLines)
    .where(and(eq(digestLines.leaderId, leaderId), eq(digestLines.number, number)));
  return found ?? null;
}
