import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import { CONTACT_MEASURES } from './contact-measures.ts';
import type { UnitMeasure } from './define.ts';
import { DUTY_MEASURES } from './duty-measures.ts';
import { addPersons, nobody, type Persons } from './persons.ts';
import { addPool, emptyPool, type PoolSums, poolOf } from './pool.ts';
import { SERVICE_MEASURES } from './service-measures.ts';
import { TALK_MEASURES } from './talk-measures.ts';

/** Every unit measure but M4, which counts states. */
export const UNIT_MEASURES: readonly UnitMeasure[] = [
  ...TALK_MEASURES,
  ...CONTACT_MEASURES,
  ...SERVICE_MEASURES,
  ...DUTY_MEASURES,
];

type Named = Map<string, Map<string, number>>;

/** What was added up so far; whole numbers only but for the largest values. */
export interface TallyState {
  day: string | null;
  groups: number;
  judged: number;
  /** By state, band, reason and quadrant. */
  words: Map<string, number>;
  /** By measure, then by name. */
  sums: Named;
  most: Named;
  pool: PoolSums;
  hasPooled: boolean;
  persons: Persons | null;
  /** M19: questions waiting for an entry belong to a unit, and every group of it sees them. */
  staleClusters: Map<string, number>;
}

const perMeasure = (): Named => new Map(UNIT_MEASURES.map(({ id }) => [id, new Map<string, number>()]));

export const startState = (): TallyState => ({
  day: null,
  groups: 0,
  judged: 0,
  words: new Map(),
  sums: perMeasure(),
  most: perMeasure(),
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
    const own = counts(values, analysis);
    const [sums, largest] = [state.sums.get(id), state.most.get(id)];
    if (!sums || !largest) continue;
    for (const name in own) {
      const count = own[name] ?? null;
      if (count !== null) add(sums, name, count);
    }
    for (const name of most) {
      const value = values[name];
      if (typeof value === 'number') raise(largest, name, value);
    }
  }
  const clusters = analysis.measures['M19']?.['staleClusters'];
  if (typeof clusters === 'number') raise(state.staleClusters, analysis.unitId, clusters);
}

/** Adds one group; an unknown or exempt one is counted and adds nothing else. */
export function addGroup(state: TallyState, analysis: GroupAnalysis, persons: Persons | null): void {
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

/** Adds what was added up elsewhere. */
export function mergeState(into: TallyState, from: TallyState): void {
  into.groups += from.groups;
  into.judged += from.judged;
  if (into.day === null || (from.day !== null && from.day > into.day)) into.day = from.day;
  for (const [key, count] of from.words) add(into.words, key, count);
  for (const [id, sums] of into.sums) {
    for (const [name, count] of from.sums.get(id) ?? []) add(sums, name, count);
  }
  for (const [id, largest] of into.most) {
    for (const [name, value] of from.most.get(id) ?? []) raise(largest, name, value);
  }
  for (const [unitId, count] of from.staleClusters) raise(into.staleClusters, unitId, count);
  addPool(into.pool, poolOf(from.pool));
  into.hasPooled &&= from.hasPooled;
  if (into.persons && from.persons) addPersons(into.persons, from.persons);
  else into.persons = null;
}
