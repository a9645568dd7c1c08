import { desc, eq } from 'drizzle-orm';
import { type Agreement, isSameAgreement } from '../src/agreement.ts';
import type { Db } from './connect.ts';
import { agreements } from './schema.ts';

type AgreementVersion = typeof agreements.$inferSelect;

/** The 联系约定 that holds in a group, its newest version; null when none was made. */
export async function agreementOf(db: Db, groupId: string): Promise<AgreementVersion | null> {
  const [found] = await db
    .select()
    .from(agreements)
    .where(eq(agreements.groupId, groupId))
    .orderBy(desc(agreements.version))
    .limit(1);
  return found ?? null;
}

/** Lays down a group's agreement as a new version; null when it says what it said before. */
export async function saveAgreement(
  tx: Db,
  groupId: string,
  agreement: Agreement,
  now: Date,
): Promise<number | null> {
  const before = await agreementOf(tx, groupId);
  if (before && isSameAgreement(before, agreement)) return null;
  const version = (before?.version ?? 0) + 1;
  await tx.insert(agreements).values({ groupId, version, ...agreement, at: now });
  return version;
}
