import { dailyStates, viewGroup } from '../analysis/analyze-group.ts';
import { dayFromNumber } from '../analysis/day-number.ts';
import type { GroupAnalysis, MeasureValues } from '../analysis/group-analysis.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import type { Definition } from '../definitions/define.ts';
import { detectors } from '../detectors/index.ts';
import type { ExplainSight, Row } from './define.ts';
import { DIMENSION_NAMES } from './dimension-names.ts';
import { type Explanation, numbersOf, shownDefinition } from './explanation.ts';
import { rowKinds } from './index.ts';

/** Hands out 干部 numbers in the order of the group's cadres, then of their being met. */
function numberCadres(ids: readonly string[]): (id: string) => string {
  const numbers = new Map(ids.map((id, at) => [id, at + 1]));
  return id => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `cadre ${number}`;
  };
}

function sightOf(history: GroupHistory, asOf: Date): ExplainSight {
  const view = viewGroup(history, asOf);
  let days: ReturnType<typeof dailyStates> | undefined;
  return {
    ...view,
    history,
    days() {
      days ??= dailyStates(history, asOf);
      return days;
    },
    cadre: numberCadres(history.cadreIds),
    message: reference => view.window.timeline.messageIdOf(reference),
  };
}

/** A finding's evidence as rows: one for each fact, one for each message or ticket it names. */
const evidenceRows = ({ findings }: GroupAnalysis, detector: string): Row[] =>
  findings
    .filter(finding => finding.detector === detector)
    .flatMap(({ evidence }) => Object.entries(evidence))
    .flatMap(([name, value]): Row[] => {
      const parts: unknown[] = Array.isArray(value) ? value : [value];
      return parts.map(part => ({ kind: 'evidence', name, is: asField(part) }));
    });

const asField = (value: unknown): Row[string] =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);

function verdictOf(analysis: GroupAnalysis, detector: string): MeasureValues {
  const finding = analysis.findings.find(each => each.detector === detector);
  if (finding) return { verdict: 'found', severity: finding.severity, prescription: finding.prescription };
  const isExempt = analysis.state === 'exempt' && !detectors.find(each => each.name === detector)?.seesExempt;
  const isUnknown = isExempt || analysis.notEvaluated.includes(detector);
  return { verdict: isUnknown ? 'not evaluated' : 'nothing found', severity: null, prescription: null };
}

function answerOf(analysis: GroupAnalysis, id: string): MeasureValues | null {
  const dimension = DIMENSION_NAMES[id];
  if (dimension)
    return { score: analysis.dimensions[dimension], overall: analysis.overall, band: analysis.band };
  return /^M\d+$/.test(id) ? (analysis.measures[id] ?? null) : verdictOf(analysis, id);
}

/** The rows of the definition itself, else of what it rests on, each marked with where it comes from. */
function rowsOf(sight: ExplainSight, { id, restsOn }: Definition): Row[] {
  const kindOf = (of: string) => rowKinds.find(kind => kind.id === of);
  const own = kindOf(id);
  if (own) return [...evidenceRows(sight.analysis, id), ...own.rows(sight)];
  const below = restsOn.flatMap(
    of =>
      kindOf(of)
        ?.rows(sight)
        .map((row): Row => ({ behind: of, ...row })) ?? [],
  );
  return [...evidenceRows(sight.analysis, id), ...below];
}

/** What stands behind one number, dimension, state or finding of a group at a moment; pure, the same for pages and commands. */
export function explainGroup(history: GroupHistory, asOf: Date, definition: Definition): Explanation {
  const sight = sightOf(history, asOf);
  const { analysis, window } = sight;
  const value = answerOf(analysis, definition.id);
  return {
    of: 'group',
    id: analysis.groupId,
    name: analysis.name,
    measure: definition.id,
    metrics: analysis.metrics,
    from: dayFromNumber(window.firstDay),
    to: window.day,
    definition: shownDefinition(definition),
    numbers: numbersOf(definition.ofGroup, value),
    value,
    rows: rowsOf(sight, definition),
  };
}
