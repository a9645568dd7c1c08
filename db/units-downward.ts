import type { Db } from './connect.ts';
import { allUnits } from './people.ts';

/** The unit's name, and the ids of it and of every unit below; a circle among parents ends the walk. */
export async function unitsDownward(db: Db, unitId: string): Promise<{ name: string; ids: Set<string> }> {
  const units = await allUnits(db);
  const ids = new Set<string>([unitId]);
  for (const id of ids) for (const unit of units) if (unit.parentId === id) ids.add(unit.id);
  return { name: units.find(unit => unit.id === unitId)?.name ?? '', ids };
}
