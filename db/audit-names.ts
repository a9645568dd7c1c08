import { eq } from 'drizzle-orm';
import { newId } from '../src/ids.ts';
import type { Db } from './connect.ts';
import { settings } from './schema.ts';
import { readSetting, saveSetting } from './settings.ts';

const keyOf = (personId: string): string => `audit-name/${personId}`;

/**
 * The name under which a member's own acts stand in the audit. The audit is never changed, and a member's id must be able
 * to go: when they delete their data this name stays there, and nothing says any more whose it was.
 */
export async function auditNameOf(tx: Db, personId: string, now: Date): Promise<string> {
  const known = await readSetting(tx, keyOf(personId));
  if (typeof known === 'string') return known;
  const name = `member-${newId(now)}`;
  await saveSetting(tx, keyOf(personId), name);
  return name;
}

/** From now on the person's entries in the audit are nobody's. */
export async function forgetAuditName(tx: Db, personId: string): Promise<void> {
  await tx.delete(settings).where(eq(settings.key, keyOf(personId)));
}
