import { eq } from 'drizzle-orm';
import { bind } from '../../db/bindings.ts';
import { savePerson } from '../../db/people.ts';
import { people, unitLeaders, units } from '../../db/schema.ts';
import { LEADER, type TestWorld } from './world.ts';

/** The leader of the district above the street. */
export const ABOVE = 'p-qian';

/** Puts a district with a leader of its own above the street of the test world. */
export async function addDistrict({ open: { db }, chat, now }: TestWorld): Promise<void> {
  await db
    .insert(units)
    .values({ id: 'u-district', name: '静安区', parentId: null, level: 'district', line: 'youth' });
  await db.update(units).set({ parentId: 'u-district' }).where(eq(units.id, 'u-street'));
  chat.addPerson({ id: ABOVE, name: '钱进', isContact: true });
  await savePerson(db, { id: ABOVE, name: '钱进', role: 'leader', isContact: true });
  await bind(db, 'test', 'person', ABOVE, ABOVE, now());
  await db.insert(unitLeaders).values({ unitId: 'u-district', personId: ABOVE });
}

/** The street's leader is no friend of the bot's any more. */
export async function loseLeader({ open: { db } }: TestWorld, id = LEADER): Promise<void> {
  await db.update(people).set({ isContact: false }).where(eq(people.id, id));
}
