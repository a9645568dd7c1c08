import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { groupIdsOfCadre } from './groups.ts';
import { standIns } from './schema.ts';

/** 代班: who answers for a cadre, and until when. */
export type StandIn = typeof standIns.$inferSelect;

const isRunning = (now: Date) =>
  and(lte(standIns.fromAt, now), or(isNull(standIns.toAt), gt(standIns.toAt, now)));

/** Who stands in for this cadre now; null while they are there themselves. */
export async function standInFor(db: Db, cadreId: string, now: Date): Promise<StandIn | null> {
  const [row] = await db
    .select()
    .from(standIns)
    .where(and(eq(standIns.cadreId, cadreId), isRunning(now)))
    .orderBy(desc(standIns.fromAt));
  return row ?? null;
}

/** Those this cadre stands in for now. */
export async function standInsBy(db: Db, standInId: string, now: Date): Promise<StandIn[]> {
  return db
    .select()
    .from(standIns)
    .where(and(eq(standIns.standInId, standInId), isRunning(now)))
    .orderBy(standIns.fromAt);
}

export async function beginStandIn(tx: Db, standIn: StandIn): Promise<void> {
  await tx.insert(standIns).values(standIn);
}

/** Ends one that has not ended yet. */
export async function endStandIn(tx: Db, { cadreId, fromAt }: StandIn, at: Date): Promise<void> {
  await tx
    .update(standIns)
    .set({ toAt: at })
    .where(and(eq(standIns.cadreId, cadreId), eq(standIns.fromAt, fromAt)));
}

/** Those whose time was over between two moments. */
export async function standInsEnded(db: Db, since: Date, now: Date): Promise<StandIn[]> {
  return db
    .select()
    .from(standIns)
    .where(and(gt(standIns.toAt, since), lte(standIns.toAt, now)))
    .orderBy(standIns.toAt, standIns.cadreId);
}

/** The groups a cadre answers for now: their own, and those of whomever they stand in for. */
export async function servedGroupIds(db: Db, cadreId: string, now: Date): Promise<string[]> {
  const served = await groupIdsOfCadre(db, cadreId);
  for (const row of await standInsBy(db, cadreId, now))
    served.push(...(await groupIdsOfCadre(db, row.cadreId)));
  return [...new Set(served)];
}
