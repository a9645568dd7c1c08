import type { Detector } from '../detectors/define.ts';
import { detectors } from '../detectors/index.ts';
import { bandOf } from './band.ts';
import { dimensionsOf, NO_DIMENSIONS, overallOf } from './dimensions.ts';
import {
  type Finding,
  type GroupAnalysis,
  type GroupState,
  METRICS_VERSION,
  type Severity,
} from './group-analysis.ts';
import type { GroupHistory } from './group-history.ts';
import { type Measured, measuresById, measureWindow } from './measure.ts';
import { quadrantOf } from './quadrant.ts';
import { type DailyState, evaluateDays, rawStateOf, type Standing, unknownReasonOf } from './state.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { coverageOf, type GroupWindow, lastDayAt, windowEnding } from './window.ts';

const GRAVITY: Record<Severity, number> = { alarm: 0, warn: 1, note: 2 };

/** Lists of ids name the messages themselves, however the timeline refers to them. */
const nameRows = (evidence: Finding['evidence'], { timeline }: GroupWindow): Finding['evidence'] =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map(each => (typeof each === 'string' ? timeline.messageIdOf(each) : each))
        : value,
    ]),
  );

/** What the detectors say, the gravest first, and which of them lacked data. */
function detectAll(
  sees: readonly Detector[],
  sight: { window: GroupWindow; measured: Measured; standing: Standing | null },
): Pick<GroupAnalysis, 'findings' | 'notEvaluated'> {
  const findings: Finding[] = [];
  const notEvaluated: string[] = [];
  for (const { name, detect } of sees) {
    const found = detect(sight.window, sight.measured, sight.standing);
    if (found === 'no-data') notEvaluated.push(name);
    else if (found)
      findings.push({ detector: name, ...found, evidence: nameRows(found.evidence, sight.window) });
  }
  findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return { findings, notEvaluated };
}

/** Exempt groups feed F8 and F11 only; of an unknown one nothing can be said. */
function findingsOf(
  state: GroupState,
  sight: Parameters<typeof detectAll>[1],
): Pick<GroupAnalysis, 'findings' | 'notEvaluated'> {
  if (state === 'unknown') return { findings: [], notEvaluated: detectors.map(detector => detector.name) };
  return detectAll(state === 'exempt' ? detectors.filter(each => each.seesExempt) : detectors, sight);
}

/** The state of every day from the first observed one to the day of `asOf`, with the day's own raw state. */
export const dailyStates = (history: GroupHistory, asOf: Date): DailyState[] =>
  evaluateDays(timelineOf(history, asOf), lastDayAt(asOf));

/** An analysis with the window it was made from, for whoever has to show or add up what stands behind it. */
export interface GroupView {
  analysis: GroupAnalysis;
  window: GroupWindow;
  measured: Measured;
}

/**
 * All that is said of a group at a moment; nothing after it is seen, so any past moment gives the same again.
 * `unknown` carries no finding, no dimension and no overall, only the coverage and what was counted.
 */
export const analyzeGroup = (history: GroupHistory, asOf: Date): GroupAnalysis =>
  viewGroup(history, asOf).analysis;

export function viewGroup(history: GroupHistory, asOf: Date): GroupView {
  const timeline = timelineOf(history, asOf);
  return viewTimeline(timeline, evaluateDays(timeline, lastDayAt(asOf)).at(-1) ?? null);
}

/** All that is said of a group at the moment its timeline ends; `standing` is that day's, null where no day was observed. */
export function viewTimeline(timeline: Timeline, standing: Standing | null): GroupView {
  const window = windowEnding(timeline, lastDayAt(new Date(timeline.asOf)));
  const { group } = timeline.history;
  const state = standing?.state ?? rawStateOf(window);
  const measured = measureWindow(window);
  const isJudged = state !== 'unknown' && state !== 'exempt';
  const dimensions = isJudged ? dimensionsOf(window, measured) : NO_DIMENSIONS;
  const overall = overallOf(dimensions);
  const sight = { window, measured, standing };
  const analysis: GroupAnalysis = {
    groupId: group.id,
    name: group.name,
    unitId: group.unitId,
    day: window.day,
    metrics: METRICS_VERSION,
    state,
    noHelp: isJudged ? measured.help.noHelp : null,
    band: bandOf(state, overall),
    overall,
    dimensions,
    coverage: coverageOf(window),
    measures: {
      ...measuresById(window, measured),
      M4: {
        state,
        raw: standing?.raw ?? state,
        since: standing?.since ?? null,
        quadrant: isJudged ? quadrantOf(measured) : null,
        unknownReason: state === 'unknown' ? unknownReasonOf(window) : null,
      },
    },
    pooled: measured.pooled,
    ...findingsOf(state, sight),
  };
  return { analysis, window, measured };
}
