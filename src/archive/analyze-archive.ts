import { viewGroup } from '../analysis/analyze-group.ts';
import { createUnitAnalysing } from '../analysis/analyze-units.ts';
import type { GroupAnalysis, UnitAnalysis } from '../analysis/group-analysis.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import { DAY_MS, HOUR_MS } from '../time.ts';
import { personsIn } from '../units/persons.ts';
import type { Survey } from './survey.ts';

const WINDOW_MS = 30 * DAY_MS;

/** A group as analysed, with the hours of its window that were seen. */
export interface Analysed {
  analysis: GroupAnalysis;
  observedHours: number;
}

/**
 * The moment a group is looked at when nobody named one: the last of the archive, or where the group was last seen
 * when that is more than a window earlier (chats that were collected years apart stand in one file).
 */
function ownMoment(history: GroupHistory, last: Date): Date {
  const seenUntil = Math.max(...history.observations.map(span => span.to.getTime()));
  const isLongGone = Number.isFinite(seenUntil) && seenUntil < last.getTime() - WINDOW_MS;
  return isLongGone ? new Date(seenUntil) : last;
}

/** Every group and unit of an archive; `asOf` null takes the moment of the last message. */
export function analyzeArchive(
  survey: Survey,
  histories: readonly GroupHistory[],
  asked: Date | null,
): { asOf: Date; groups: Analysed[]; units: UnitAnalysis[] } {
  const asOf = asked ?? survey.last ?? new Date(0);
  const units = survey.lines
    .filter(line => line.type === 'unit')
    .map(unit => ({ id: unit.id, name: unit.name, parentId: unit.parent }));
  const analysing = createUnitAnalysing(units);
  const groups = histories.map(history => {
    const { analysis, window } = viewGroup(history, asked ?? ownMoment(history, asOf));
    analysing.push(analysis, personsIn(window));
    return { analysis, observedHours: (analysis.coverage * WINDOW_MS) / HOUR_MS };
  });
  return { asOf, groups, units: analysing.done() };
}
