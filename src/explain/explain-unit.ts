import { dayFromNumber, dayNumberOf } from '../analysis/day-number.ts';
import type { GroupAnalysis, MeasureValues, UnitAnalysis } from '../analysis/group-analysis.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import type { Definition } from '../definitions/define.ts';
import { unitDetectors } from '../unit-detectors/index.ts';
import type { Row } from './define.ts';
import { DIMENSION_NAMES } from './dimension-names.ts';
import { type Explanation, numbersOf, shownDefinition } from './explanation.ts';

const verdictOf = ({ findings, notEvaluated }: UnitAnalysis, detector: string): MeasureValues => {
  const finding = findings.find(each => each.detector === detector);
  if (finding) return { verdict: 'found', severity: finding.severity, prescription: finding.prescription };
  const verdict = notEvaluated.includes(detector) ? 'not evaluated' : 'nothing found';
  return { verdict, severity: null, prescription: null };
};

/** How many groups a detector of groups found something in; the unit itself is judged by none of them. */
const countFound = (groups: readonly GroupAnalysis[], detector: string): MeasureValues => ({
  groups: groups.length,
  found: groups.filter(group => group.findings.some(finding => finding.detector === detector)).length,
  notEvaluated: groups.filter(group => group.notEvaluated.includes(detector)).length,
});

/** One row a group, in the order of their ids: an unknown one is there, and adds nothing. */
function rowOf(group: GroupAnalysis, measure: string): Row {
  const { groupId, name, state, band } = group;
  const adds = state !== 'unknown' && state !== 'exempt';
  return { kind: 'group', group: groupId, name, state, band, adds, ...answerOf(group, measure) };
}

function answerOf(group: GroupAnalysis, measure: string): MeasureValues {
  const dimension = DIMENSION_NAMES[measure];
  if (dimension) return { score: group.dimensions[dimension] };
  if (/^M\d+$/.test(measure)) return group.measures[measure] ?? {};
  return { found: group.findings.some(finding => finding.detector === measure) };
}

const unitRowOf = ({ unitId, name, judged, red, shares }: UnitAnalysis): Row => ({
  kind: 'unit',
  unit: unitId,
  name,
  judged,
  red,
  redShare: shares.red,
});

const isOfUnits = (measure: string): boolean => unitDetectors.some(detector => detector.name === measure);

/** A dimension has no value of its own here: a mean of scores would rank units. */
function unitAnswerOf(
  unit: UnitAnalysis,
  groups: readonly GroupAnalysis[],
  measure: string,
): MeasureValues | null {
  if (/^M\d+$/.test(measure)) return unit.measures[measure] ?? null;
  if (DIMENSION_NAMES[measure]) return null;
  return isOfUnits(measure) ? verdictOf(unit, measure) : countFound(groups, measure);
}

/** What stands behind one number or finding of a unit: the groups below it with their own numbers, which open further. */
export function explainUnit(
  unit: UnitAnalysis,
  below: { groups: readonly GroupAnalysis[]; units: readonly UnitAnalysis[] },
  definition: Definition,
): Explanation {
  const { id: measure } = definition;
  const to = unit.day ?? '';
  const value = unitAnswerOf(unit, below.groups, measure);
  const groups = [...below.groups].sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
  return {
    of: 'unit',
    id: unit.unitId,
    name: unit.name,
    measure,
    metrics: unit.metrics,
    from: to && dayFromNumber(dayNumberOf(to) - THRESHOLDS.windowDays + 1),
    to,
    definition: shownDefinition(definition),
    numbers: numbersOf(definition.ofUnit, value),
    value,
    rows: isOfUnits(measure) ? below.units.map(unitRowOf) : groups.map(group => rowOf(group, measure)),
  };
}
