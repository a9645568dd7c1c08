import type { GroupAnalysis, GroupState, UnitAnalysis } from '../analysis/group-analysis.ts';
import { DETECTORS, type DetectorName, type GroupTruth, type UnitTruth } from './truth.ts';

/** `right` of `of`. */
export interface Count {
  right: number;
  of: number;
}

/** One detector against what was planted. */
export interface DetectorCount {
  planted: number;
  found: number;
  mustBeSilent: number;
  wronglyRaised: number;
  /** Named in `notEvaluated` where it was planted. */
  notEvaluated: number;
}

/** One thing on which truth and program differ. */
export interface Difference {
  group: string;
  archetype: string;
  what: string;
}

/** How the program's view of communities compares with what is true of them. */
export interface Confusion {
  /** True state → state said → groups. */
  states: Map<GroupState, Map<GroupState, number>>;
  state: Count;
  coldFound: Count;
  /** Judged groups that are not cold and are not called so. */
  notCold: Count;
  noHelp: Count;
  detectors: Map<DetectorName, DetectorCount>;
  /** Archetype → groups of which nothing differs. */
  archetypes: Map<string, Count>;
  differences: Difference[];
}

export const emptyConfusion = (): Confusion => ({
  states: new Map(),
  state: { right: 0, of: 0 },
  coldFound: { right: 0, of: 0 },
  notCold: { right: 0, of: 0 },
  noHelp: { right: 0, of: 0 },
  detectors: new Map(
    DETECTORS.map(name => [
      name,
      { planted: 0, found: 0, mustBeSilent: 0, wronglyRaised: 0, notEvaluated: 0 },
    ]),
  ),
  archetypes: new Map(),
  differences: [],
});

function add(count: Count, isRight: boolean): void {
  count.of++;
  if (isRight) count.right++;
}

function compareState(
  confusion: Confusion,
  truth: GroupTruth,
  said: GroupAnalysis,
  differ: (what: string) => void,
): void {
  if (truth.state === null) return;
  const row = confusion.states.get(truth.state) ?? new Map<GroupState, number>();
  confusion.states.set(truth.state, row.set(said.state, (row.get(said.state) ?? 0) + 1));
  add(confusion.state, said.state === truth.state);
  if (truth.state === 'cold') add(confusion.coldFound, said.state === 'cold');
  else add(confusion.notCold, said.state !== 'cold');
  if (said.state !== truth.state) differ(`state ${truth.state}, said ${said.state}`);
}

function compareFindings(
  confusion: Confusion,
  truth: GroupTruth,
  said: GroupAnalysis,
  differ: (what: string) => void,
): void {
  const raised = new Set(said.findings.map(finding => finding.detector));
  for (const name of truth.mustFind) {
    const count = confusion.detectors.get(name);
    if (!count) continue;
    count.planted++;
    if (raised.has(name)) count.found++;
    else differ(`${name} missed`);
    if (said.notEvaluated.includes(name)) count.notEvaluated++;
  }
  for (const name of truth.mustNot) {
    const count = confusion.detectors.get(name);
    if (!count) continue;
    count.mustBeSilent++;
    if (!raised.has(name)) continue;
    count.wronglyRaised++;
    differ(`${name} wrongly raised`);
  }
}

function compareNoHelp(
  confusion: Confusion,
  truth: GroupTruth,
  said: GroupAnalysis,
  differ: (what: string) => void,
): void {
  if (truth.noHelp === 'open') return;
  add(confusion.noHelp, said.noHelp === truth.noHelp);
  if (said.noHelp !== truth.noHelp) differ(`noHelp ${truth.noHelp}, said ${said.noHelp}`);
}

/** Adds the groups of one community. */
export function compareGroups(
  confusion: Confusion,
  truths: readonly GroupTruth[],
  groups: readonly GroupAnalysis[],
): void {
  const saidOf = new Map(groups.map(group => [group.groupId, group]));
  for (const truth of truths) {
    const said = saidOf.get(truth.group);
    if (!said) continue;
    const differ = (what: string) => {
      confusion.differences.push({ group: truth.group, archetype: truth.archetype, what });
    };
    const before = confusion.differences.length;
    compareState(confusion, truth, said, differ);
    compareFindings(confusion, truth, said, differ);
    compareNoHelp(confusion, truth, said, differ);
    const count = confusion.archetypes.get(truth.archetype) ?? { right: 0, of: 0 };
    add(count, confusion.differences.length === before);
    confusion.archetypes.set(truth.archetype, count);
  }
}

/** Adds the units of one community: unit-imbalance is a finding of the unit whose units differ. */
export function compareUnits(
  confusion: Confusion,
  truths: readonly UnitTruth[],
  units: readonly UnitAnalysis[],
): void {
  const count = confusion.detectors.get('unit-imbalance');
  if (!count) return;
  for (const { unit, isUneven } of truths) {
    const said = units.find(({ unitId }) => unitId === unit);
    if (!said || isUneven === null) continue;
    const isRaised = said.findings.some(finding => finding.detector === 'unit-imbalance');
    if (isUneven) count.planted++;
    else count.mustBeSilent++;
    if (isUneven && isRaised) count.found++;
    if (!isUneven && isRaised) count.wronglyRaised++;
    if (isUneven === isRaised) continue;
    const what = isUneven ? 'unit-imbalance missed' : 'unit-imbalance wrongly raised';
    confusion.differences.push({ group: unit, archetype: 'unit', what });
  }
}

const sum = (confusion: Confusion, of: (count: DetectorCount) => number): number =>
  [...confusion.detectors.values()].reduce((total, count) => total + of(count), 0);

/** All detectors together: planted and found. */
export const plantedFound = (confusion: Confusion): Count => ({
  right: sum(confusion, count => count.found),
  of: sum(confusion, count => count.planted),
});

/** All detectors together: those that must stay silent and do. */
export const silentKept = (confusion: Confusion): Count => ({
  right: sum(confusion, count => count.mustBeSilent - count.wronglyRaised),
  of: sum(confusion, count => count.mustBeSilent),
});
