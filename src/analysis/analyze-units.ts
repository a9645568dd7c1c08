import type { UnitSight } from '../unit-detectors/define.ts';
import { unitDetectors } from '../unit-detectors/index.ts';
import type { Persons } from '../units/persons.ts';
import { createUnitTally, type UnitTally } from '../units/tally.ts';
import { type Finding, type GroupAnalysis, METRICS_VERSION, type UnitAnalysis } from './group-analysis.ts';

/** A unit as declared; null stands above nobody. */
export interface Unit {
  id: string;
  name: string;
  parentId: string | null;
}

/** The unit itself and every unit above it; a circle in the declaration ends where it meets itself. */
export function unitsAbove(unitId: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const above = new Set<string>();
  for (let at: string | null = unitId; at !== null && !above.has(at); at = parents.get(at) ?? null)
    above.add(at);
  return above;
}

/** What the detectors of units say of one, and which of them lacked data. */
function findIn(sight: UnitSight): Pick<UnitAnalysis, 'findings' | 'notEvaluated'> {
  const findings: Finding[] = [];
  const notEvaluated: string[] = [];
  for (const { name, severity, detect } of unitDetectors) {
    const found = detect(sight);
    if (found === 'no-data') notEvaluated.push(name);
    else if (found) findings.push({ detector: name, severity, ...found });
  }
  return { findings, notEvaluated };
}

/** Adds up groups as they come, then says of every unit what they come to. */
export interface UnitAnalysing {
  /** `persons` null where only the analysis is known. */
  push(analysis: GroupAnalysis, persons: Persons | null): void;
  done(metrics?: string): UnitAnalysis[];
}

/**
 * Each group is added up once, where it belongs; the units above it add up their units' sums and never see a group. A group belongs to the unit that its analysis names: the one it had in that week, as far as is known.
 */
export function createUnitAnalysing(units: readonly Unit[]): UnitAnalysing {
  const parents = new Map(units.map(unit => [unit.id, unit.parentId]));
  const own = new Map<string, UnitTally>();
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);

  const addUp = (): Map<string, UnitTally> => {
    const whole = new Map(units.map(unit => [unit.id, createUnitTally()]));
    for (const [unitId, tally] of own) {
      for (const id of unitsAbove(unitId, parents)) whole.get(id)?.merge(tally);
    }
    return whole;
  };
  return {
    push(analysis, persons) {
      const tally = own.get(analysis.unitId) ?? createUnitTally();
      own.set(analysis.unitId, tally);
      tally.add(analysis, persons);
    },
    done(metrics = METRICS_VERSION) {
      const whole = addUp();
      const drafts = new Map(
        units.map(({ id, name }): [string, UnitAnalysis] => {
          const tallied = (whole.get(id) ?? createUnitTally()).done();
          return [id, { unitId: id, name, metrics, ...tallied, notEvaluated: [], findings: [] }];
        }),
      );
      return [...drafts.values()].map(unit => {
        const under = (below.get(unit.unitId) ?? []).flatMap(each => drafts.get(each.id) ?? []);
        return unit.day === null ? unit : { ...unit, ...findIn({ unit, below: under, day: unit.day }) };
      });
    },
  };
}

/** Measures, bands and findings of each unit over its groups and those of all units below it, in the order given. */
export function analyzeUnits(groups: readonly GroupAnalysis[], units: readonly Unit[]): UnitAnalysis[] {
  const analysing = createUnitAnalysing(units);
  for (const analysis of groups) analysing.push(analysis, null);
  return analysing.done();
}
