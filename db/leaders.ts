import { eq } from 'drizzle-orm';
import type { Person } from '../src/people.ts';
import type { Db } from './connect.ts';
import { unitsUpward } from './people.ts';
import { people, unitLeaders, units } from './schema.ts';

async function leadersAt(db: Db, unitId: string): Promise<Person[]> {
  return db
    .select({ id: people.id, name: people.name, role: people.role, isContact: people.isContact })
    .from(unitLeaders)
    .innerJoin(people, eq(people.id, unitLeaders.personId))
    .where(eq(unitLeaders.unitId, unitId))
    .orderBy(people.id);
}

/** Leaders unit by unit, from this one upward. */
async function leadersByUnit(db: Db, unitId: string): Promise<Person[][]> {
  const byUnit: Person[][] = [];
  for (const id of await unitsUpward(db, unitId)) byUnit.push(await leadersAt(db, id));
  return byUnit;
}

/** Leaders who can be written to, of the nearest unit upward that has any; `exceptId` does not report to themself. */
export async function reachableLeaders(db: Db, unitId: string, exceptId = ''): Promise<Person[]> {
  const reachable = (await leadersByUnit(db, unitId)).map(leaders =>
    leaders.filter(leader => leader.isContact && leader.id !== exceptId),
  );
  return reachable.find(leaders => leaders.length > 0) ?? [];
}

/** Leaders who can be written to, of the nearest unit above the one this leader answers for. */
export async function reachableLeadersAbove(db: Db, unitId: string, leaderId: string): Promise<Person[]> {
  const byUnit = await leadersByUnit(db, unitId);
  const at = byUnit.findIndex(leaders => leaders.some(leader => leader.id === leaderId));
  const above = byUnit.slice(at + 1).map(leaders => leaders.filter(leader => leader.isContact));
  return above.find(leaders => leaders.some(leader => leader.id !== leaderId)) ?? [];
}

/** Whom staff of a unit turn to for what they lack: a leader of the nearest unit above, one who can be written to first. */
export async function leaderAbove(db: Db, unitId: string): Promise<Person | null> {
  const [unit] = await db.select({ parentId: units.parentId }).from(units).where(eq(units.id, unitId));
  if (!unit?.parentId) return null;
  const [reachable] = await reachableLeaders(db, unit.parentId);
  return reachable ?? (await leadersByUnit(db, unit.parentId)).flat()[0] ?? null;
}
