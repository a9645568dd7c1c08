import { asc, inArray } from 'drizzle-orm';
import type { Example } from '../src/examples.ts';
import type { Db } from './connect.ts';
import { allUnits, unitsUpward } from './people.ts';
import { examples } from './schema.ts';

/** Keeps a well-answered example; nothing in the row leads back to the ticket or its member. */
export async function addExample(
  tx: Db,
  example: Example & { unitId: string; line: string | null; at: Date },
): Promise<void> {
  await tx.insert(examples).values(example);
}

/** The unit at the top above a unit, and every unit below that one: those who learn from each other. */
async function kinOf(db: Db, unitId: string): Promise<string[]> {
  const top = (await unitsUpward(db, unitId)).at(-1) ?? unitId;
  const all = await allUnits(db);
  const kin = new Set([top]);
  for (let before = 0; before < kin.size; ) {
    before = kin.size;
    for (const unit of all) if (unit.parentId && kin.has(unit.parentId)) kin.add(unit.id);
  }
  return [...kin];
}

/** Examples open to a unit: those of every unit under the same top. */
export async function examplesFor(db: Db, unitId: string): Promise<Example[]> {
  return db
    .select({ id: examples.id, need: examples.need, done: examples.done })
    .from(examples)
    .where(inArray(examples.unitId, await kinOf(db, unitId)))
    .orderBy(asc(examples.id));
}
