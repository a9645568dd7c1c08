import type { Band, GroupAnalysis, UnitAnalysis } from './group-analysis.ts';

/** A unit as declared; null stands above nobody. */
export interface Unit {
  id: string;
  name: string;
  parentId: string | null;
}

/** The unit itself and every unit above it; a circle in the declaration ends where it meets itself. */
function unitsAbove(unitId: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const above = new Set<string>();
  for (let at: string | null = unitId; at !== null && !above.has(at); at = parents.get(at) ?? null)
    above.add(at);
  return above;
}

/** Bands of the groups of each unit and of all units below it, in the order the units were given. */
export function analyzeUnits(groups: readonly GroupAnalysis[], units: readonly Unit[]): UnitAnalysis[] {
  const parents = new Map(units.map(unit => [unit.id, unit.parentId]));
  const bands = new Map<string, Band[]>();
  for (const { unitId, band } of groups) {
    for (const id of unitsAbove(unitId, parents)) {
      const own = bands.get(id);
      if (own) own.push(band);
      else bands.set(id, [band]);
    }
  }
  return units.map(({ id, name }) => {
    const own = bands.get(id) ?? [];
    const count = (band: Band) => own.filter(other => other === band).length;
    return {
      unitId: id,
      name,
      groups: own.length,
      red: count('red'),
      yellow: count('yellow'),
      green: count('green'),
      grey: count('grey'),
      findings: [],
    };
  });
}
