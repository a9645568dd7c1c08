import { inArray } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { catalogueItems, inspections, units } from '../schema.ts';

/** What the units of some groups declare, each unit's own and that of all above it. */
export interface UnitSources {
  /** The unit and every unit above it, nearest first. */
  upwardOf(unitId: string): string[];
  inspectionDaysOf(unitId: string): string[];
  /** Lines of the nearest 服务清单; null where none is declared. */
  catalogueOf(unitId: string): { lines: string[] } | null;
}

/** Parents of units, level by level up to the top. */
async function parentsOf(db: Db, unitIds: readonly string[]): Promise<Map<string, string | null>> {
  const parents = new Map<string, string | null>();
  for (let queue = [...new Set(unitIds)]; queue.length > 0; ) {
    const found = await inSlices(queue, ids =>
      db.select({ id: units.id, parentId: units.parentId }).from(units).where(inArray(units.id, ids)),
    );
    for (const { id, parentId } of found) parents.set(id, parentId);
    queue = [...new Set(found.flatMap(row => row.parentId ?? []))].filter(id => !parents.has(id));
  }
  return parents;
}

async function newestLines(db: Db, unitIds: Iterable<string>): Promise<Map<string, string[]>> {
  const rows = await inSlices(unitIds, ids =>
    db
      .select({ unitId: catalogueItems.unitId, version: catalogueItems.version, line: catalogueItems.line })
      .from(catalogueItems)
      .where(inArray(catalogueItems.unitId, ids))
      .orderBy(catalogueItems.unitId, catalogueItems.version, catalogueItems.position),
  );
  return new Map(
    [...byKey(rows, row => row.unitId)].map(([unitId, versions]) => {
      const newest = versions.at(-1)?.version;
      return [unitId, versions.filter(row => row.version === newest).map(row => row.line)];
    }),
  );
}

export async function unitSourcesOf(db: Db, unitIds: readonly string[]): Promise<UnitSources> {
  const parents = await parentsOf(db, unitIds);
  const known = [...new Set([...unitIds, ...parents.keys()])];
  const inspected = byKey(
    await inSlices(known, ids =>
      db
        .select()
        .from(inspections)
        .where(inArray(inspections.unitId, ids))
        .orderBy(inspections.unitId, inspections.day),
    ),
    row => row.unitId,
  );
  const lines = await newestLines(db, known);
  const upwardOf = (unitId: string): string[] => {
    const upward = new Set<string>();
    for (let at: string | null = unitId; at !== null && !upward.has(at); at = parents.get(at) ?? null)
      upward.add(at);
    return [...upward];
  };
  return {
    upwardOf,
    inspectionDaysOf: unitId => upwardOf(unitId).flatMap(id => (inspected.get(id) ?? []).map(row => row.day)),
    catalogueOf(unitId) {
      const nearest = upwardOf(unitId).find(id => lines.has(id));
      return nearest === undefined ? null : { lines: lines.get(nearest) ?? [] };
    },
  };
}
