import { viewGroup } from '../../src/analysis/analyze-group.ts';
import type { GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { type Persons, personsIn } from '../../src/units/persons.ts';
import { ARCHETYPES, AS_OF, communityOf } from './communities.ts';

export interface Counted {
  analysis: GroupAnalysis;
  persons: Persons;
}

/** A group of an archetype under an id of its own, in a unit of its own choosing. */
export function groupIn(
  unitId: string,
  id: string,
  archetype: string,
  { seed = 1, more = {} }: { seed?: number; more?: Partial<GroupHistory> } = {},
): Counted {
  const history = { ...communityOf(archetype, seed), ...more };
  const { analysis, window } = viewGroup({ ...history, group: { ...history.group, id, unitId } }, AS_OF);
  return { analysis, persons: personsIn(window) };
}

/** One group of every archetype and two seeds, spread over some units. */
export const everyKind = (unitIds: readonly string[]): Counted[] =>
  Object.keys(ARCHETYPES).flatMap((archetype, at) =>
    [1, 2].map(seed =>
      groupIn(unitIds[(at + seed) % unitIds.length] ?? '', `g-${archetype}-${seed}`, archetype, { seed }),
    ),
  );
