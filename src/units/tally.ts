import {
  type Band,
  GROUP_STATES,
  type GroupAnalysis,
  type MeasureValues,
  type UnitAnalysis,
} from '../analysis/group-analysis.ts';
import type { Totals } from './define.ts';
import { countPersons, type Persons } from './persons.ts';
import { poolOf } from './pool.ts';
import { addGroup, mergeState, startState, type TallyState, UNIT_MEASURES } from './tally-state.ts';

/** What the groups below a unit add up to, before it is anybody's. */
export type Tallied = Omit<UnitAnalysis, 'unitId' | 'name' | 'metrics' | 'notEvaluated' | 'findings'>;

/**
 * 单位汇总: adds up groups, one by one or in parts that were added up elsewhere; neither order nor splitting changes the
 * result. Its size does not grow with the number of groups, unless persons are handed in.
 */
export interface UnitTally {
  /** `persons` null when only the analysis is known: counts of persons are then upper bounds. */
  add(analysis: GroupAnalysis, persons: Persons | null): void;
  merge(other: UnitTally): void;
  done(): Tallied;
  /** For `merge` only. */
  readonly state: TallyState;
}

/** M4 of a unit: how many groups stand in which state, why some are unknown, and where they lie in contact × help. */
function countStates({ words, groups }: TallyState): MeasureValues {
  const of = (prefix: string) =>
    [...words]
      .filter(([word]) => word.startsWith(`${prefix} `))
      .map(([word, count]) => [word.slice(prefix.length + 1), count] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    groups,
    ...Object.fromEntries(GROUP_STATES.map(state => [state, words.get(`state ${state}`) ?? 0])),
    ...Object.fromEntries(of('reason').map(([reason, count]) => [`unknown-${reason}`, count])),
    ...Object.fromEntries(of('quadrant')),
  };
}

/** The totals as each measure sees them. */
function totalsOf(state: TallyState): (id: string) => Totals {
  const { hasPooled, persons, staleClusters } = state;
  const pooled = poolOf(state.pool);
  const clusters = [...staleClusters.values()];
  const common = {
    staleClusters: clusters.length > 0 ? clusters.reduce((sum, count) => sum + count, 0) : null,
    pooled: {
      ...pooled,
      lines: pooled.lines.length > 0 ? pooled.lines.length : null,
      usedLines: pooled.usedLines.length,
    },
    hasPooled,
    persons: persons && countPersons(persons),
  };
  return id => ({
    ...common,
    sum: name => state.sums.get(id)?.get(name) ?? null,
    most: name => state.most.get(id)?.get(name) ?? null,
  });
}

function doneOf(state: TallyState): Tallied {
  const { day, groups, judged, words } = state;
  const totalsFor = totalsOf(state);
  const count = (band: Band) => words.get(`band ${band}`) ?? 0;
  const shareOf = (band: Band) => (judged > 0 ? count(band) / judged : null);
  const measured =
    judged > 0 ? UNIT_MEASURES.map(({ id, values }) => [id, values(totalsFor(id))] as const) : [];
  const numberOf = ([id]: readonly [string, MeasureValues]) => Number(id.slice(1));
  return {
    day,
    groups,
    judged,
    red: count('red'),
    yellow: count('yellow'),
    green: count('green'),
    grey: count('grey'),
    shares: { red: shareOf('red'), yellow: shareOf('yellow'), green: shareOf('green') },
    // Without a judged group nothing but the states is known.
    measures: Object.fromEntries(
      [...measured, ['M4', countStates(state)] as const].sort((a, b) => numberOf(a) - numberOf(b)),
    ),
  };
}

export function createUnitTally(): UnitTally {
  const state = startState();
  return {
    state,
    add: (analysis, persons) => addGroup(state, analysis, persons),
    merge: other => mergeState(state, other.state),
    done: () => doneOf(state),
  };
}
