import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { newId } from '../src/ids.ts';
import type { Db } from './connect.ts';
import { appeals, counters } from './schema.ts';

export type Appeal = typeof appeals.$inferSelect;

async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ name: 'appeal', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return row?.value ?? 1;
}

/** Writes down a cadre's appeal under a number of its own. Call inside a transaction. */
export async function addAppeal(
  tx: Db,
  said: Pick<Appeal, 'cadreId' | 'unitId' | 'text' | 'trace'>,
  now: Date,
): Promise<Appeal> {
  const undecided = { decidedAt: null, decidedById: null, isUpheld: null };
  const appeal = { id: newId(now), number: await nextNumber(tx), ...said, at: now, ...undecided };
  await tx.insert(appeals).values(appeal);
  return appeal;
}

/** What a cadre has appealed, the oldest first. */
export async function appealsOf(db: Db, cadreId: string): Promise<Appeal[]> {
  return db.select().from(appeals).where(eq(appeals.cadreId, cadreId)).orderBy(asc(appeals.number));
}

export async function appealByNumber(db: Db, number: number): Promise<Appeal | null> {
  const [found] = await db.select().from(appeals).where(eq(appeals.number, number));
  return found ?? null;
}

/** Decides an appeal; false when somebody has already decided it. */
export async function decideAppeal(
  tx: Db,
  appeal: Appeal,
  decided: { isUpheld: boolean; byId: string },
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(appeals)
    .set({ decidedAt: now, decidedById: decided.byId, isUpheld: decided.isUpheld })
    .where(and(eq(appeals.id, appeal.id), isNull(appeals.decidedAt)))
    .returning({ id: appeals.id });
  return rows.length > 0;
}
