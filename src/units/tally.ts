import {
  type Band,
  GROUP_STATES,
  type GroupAnalysis,
  type MeasureValues,
  type UnitAnalysis,
} from '../analysis/group-analysis.ts';
import type { Totals, UnitMeasure } from './define.ts';
import { addPersons, countPersons, nobody, type Persons } from './persons.ts';
import { addPool, emptyPool, type PoolSums, poolOf } from './pool.ts';
import { SERVICE_MEASURES } from './service-measures.ts';
import { TALK_MEASURES } from './talk-measures.ts';

/** Every unit measure but M4, which counts states. */
const UNIT_MEASURES: readonly UnitMeasure[] = [...TALK_MEASURES, ...SERVICE_MEASURES];

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

interface TallyState {
  day: string | null;
  groups: number;
  judged: number;
  /** By state, band, reason and quadrant. */
  words: Map<string, number>;
  sums: Map<string, number>;
  most: Map<string, number>;
  pool: PoolSums;
  hasPooled: boolean;
  persons: Persons | null;
  /** M19: questions waiting for an entry belong to a unit, and every group of it sees them. */
  staleClusters: Map<string, number>;
}

const startState = (): TallyState => ({
  day: null,
  groups: 0,
  judged: 0,
  words: new Map(),
  sums: new Map(),
  most: new Map(),
  pool: emptyPool(),
  hasPooled: true,
  persons: nobody(),
  staleClusters: new Map(),
});

const add = (counts: Map<string, number>, key: string, count: number) =>
  counts.set(key, (counts.get(key) ?? 0) + count);
const raise = (counts: Map<string, number>, key: string, to: number) =>
  counts.set(key, Math.max(to, counts.get(key) ?? to));

/** Unknown groups add nothing to any judgement, and exempt ones are not judged. */
const isJudged = ({ state }: GroupAnalysis): boolean => state !== 'unknown' && state !== 'exempt';

function countWords(state: TallyState, { band, measures, ...analysis }: GroupAnalysis): void {
  const { unknownReason, quadrant } = measures['M4'] ?? {};
  add(state.words, `state ${analysis.state}`, 1);
  add(state.words, `band ${band}`, 1);
  if (unknownReason) add(state.words, `reason ${unknownReason}`, 1);
  if (quadrant) add(state.words, `quadrant ${quadrant}`, 1);
}

function addMeasures(state: TallyState, analysis: GroupAnalysis): void {
  for (const { id, counts, most = [] } of UNIT_MEASURES) {
    const values = analysis.measures[id];
    if (!values) continue;
    for (const [name, count] of Object.entries(counts(values, analysis))) {
      if (count !== null) add(state.sums, `${id}.${name}`, count);
    }
    for (const name of most) {
      const value = values[name];
      if (typeof value === 'number') raise(state.most, `${id}.${name}`, value);
    }
  }
  const clusters = analysis.measures['M19']?.['staleClusters'];
  if (typeof clusters === 'number') raise(state.staleClusters, analysis.unitId, clusters);
}

function addGroup(state: TallyState, analysis: GroupAnalysis, persons: Persons | null): void {
  state.groups++;
  if (state.day === null || analysis.day > state.day) state.day = analysis.day;
  countWords(state, analysis);
  if (!isJudged(analysis)) return;
  state.judged++;
  addMeasures(state, analysis);
  if (analysis.pooled) addPool(state.pool, analysis.pooled);
  else state.hasPooled = false;
  if (persons && state.persons) addPersons(state.persons, persons);
  else state.persons = null;
}

function mergeState(into: TallyState, from: TallyState): void {
  into.groups += from.groups;
  into.judged += from.judged;
  if (into.day === null || (from.day !== null && from.day > into.day)) into.day = from.day;
  for (const [key, count] of from.words) add(into.words, key, count);
  for (const [key, count] of from.sums) add(into.sums, key, count);
  for (const [key, value] of from.most) raise(into.most, key, value);
  for (const [unitId, count] of from.staleClusters) raise(into.staleClusters, unitId, count);
  addPool(into.pool, poolOf(from.pool));
  into.hasPooled &&= from.hasPooled;
  if (into.persons && from.persons) addPersons(into.persons, from.persons);
  else into.persons = null;
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

function totalsOf(state: TallyState): Totals {
  const { sums, most, hasPooled, persons, staleClusters } = state;
  const pooled = poolOf(state.pool);
  const clusters = [...staleClusters.values()];
  return {
    staleClusters: clusters.length > 0 ? clusters.reduce((sum, count) => sum + count, 0) : null,
    sum: name => sums.get(name) ?? null,
    most: name => most.get(name) ?? null,
    pooled: {
      ...pooled,
      lines: pooled.lines.length > 0 ? pooled.lines.length : null,
      usedLines: pooled.usedLines.length,
    },
    hasPooled,
    persons: persons && countPersons(persons),
  };
}

function doneOf(state: TallyState): Tallied {
  const { day, groups, judged, words } = state;
  const totals = totalsOf(state);
  const count = (band: Band) => words.get(`band ${band}`) ?? 0;
  const shareOf = (band: Band) => (judged > 0 ? count(band) / judged : null);
  const measured = judged > 0 ? UNIT_MEASURES.map(({ id, values }) => [id, values(totals)] as const) : [];
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
