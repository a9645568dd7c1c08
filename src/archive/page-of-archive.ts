import { unitsAbove } from '../analysis/analyze-units.ts';
import type { GroupAnalysis, UnitAnalysis } from '../analysis/group-analysis.ts';
import { analysisPage } from '../pages/analysis-page.ts';
import type { Analysed } from './analyze-archive.ts';
import type { Survey } from './survey.ts';

/** The page of `analyze --html`: every group in the archive's order, every unit with the groups below it. */
export function pageOfArchive(
  survey: Survey,
  asOf: Date,
  { groups, units }: { groups: readonly Analysed[]; units: readonly UnitAnalysis[] },
): string {
  const parents = new Map(
    survey.lines.filter(line => line.type === 'unit').map(unit => [unit.id, unit.parent] as const),
  );
  const below = new Map<string, GroupAnalysis[]>(units.map(unit => [unit.unitId, []]));
  const analyses = groups.map(group => group.analysis);
  for (const analysis of analyses) {
    for (const id of unitsAbove(analysis.unitId, parents)) below.get(id)?.push(analysis);
  }
  return analysisPage({
    asOf,
    groups: analyses,
    units: units.map(({ unitId, name, findings }) => ({ name, findings, groups: below.get(unitId) ?? [] })),
  });
}
