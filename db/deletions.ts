import { and, eq, like } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from './connect.ts';
import { outbox, settings } from './schema.ts';
import { readSetting, saveSetting } from './settings.ts';

const PREFIX = 'deletion/';
const keyOf = (personId: string): string => `${PREFIX}${personId}`;

const Pending = z.object({
  /** What stands in the place of the person's id afterwards; nothing leads back from it. */
  goneId: z.string(),
  askedAt: z.string(),
  farewellKey: z.string(),
  /** When everything went; kept a moment longer, so that what was under way then goes too. */
  erasedAt: z.string().nullable(),
  names: z.array(z.string()),
});
type Pending = z.output<typeof Pending>;

/** Somebody who said 确定删除, until nothing of theirs is left. */
export type Deletion = Pending & { personId: string };

export async function saveDeletion(tx: Db, { personId, ...pending }: Deletion): Promise<void> {
  await saveSetting(tx, keyOf(personId), pending);
}

export async function isDeletionPending(db: Db, personId: string): Promise<boolean> {
  return (await readSetting(db, keyOf(personId))) !== null;
}

export async function pendingDeletions(db: Db): Promise<Deletion[]> {
  const rows = await db
    .select()
    .from(settings)
    .where(like(settings.key, `${PREFIX}%`))
    .orderBy(settings.key);
  return rows.map(({ key, value }) => ({ ...Pending.parse(value), personId: key.slice(PREFIX.length) }));
}

/** Everything is done: the last row that knew the person goes. */
export async function endDeletion(tx: Db, personId: string): Promise<void> {
  await tx.delete(settings).where(eq(settings.key, keyOf(personId)));
}

/** The farewell was said, or never will be. */
export async function isFarewellOver(db: Db, { personId, farewellKey }: Deletion): Promise<boolean> {
  const [row] = await db
    .select({ state: outbox.state })
    .from(outbox)
    .where(and(eq(outbox.placeId, personId), eq(outbox.key, farewellKey)));
  return !row || (row.state !== 'queued' && row.state !== 'sending');
}
