import { and, eq, lt, or } from 'drizzle-orm';
import type { Db } from './connect.ts';
import { leases } from './schema.ts';

/** Takes or renews a lease; false while another holder's has not run out. */
export async function takeLease(
  db: Db,
  name: string,
  holder: string,
  now: Date,
  ms: number,
): Promise<boolean> {
  const until = new Date(now.getTime() + ms);
  const isFree = or(eq(leases.holder, holder), lt(leases.until, now));
  const taken = await db
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      ...(isFree ? { setWhere: isFree } : {}),
    })
    .returning({ holder: leases.holder });
  return taken.some(row => row.holder === holder);
}

export async function dropLease(db: Db, name: string, holder: string): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
