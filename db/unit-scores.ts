import { and, count, eq, gt, gte, inArray, isNotNull, max, notExists } from 'drizzle-orm';
import { createUnitAnalysing } from '../src/analysis/analyze-units.ts';
import { type GroupAnalysis, METRICS_VERSION, type UnitAnalysis } from '../src/analysis/group-analysis.ts';
import type { Db } from './connect.ts';
import { allUnits } from './people.ts';
import { groups, scores, unitScores } from './schema.ts';
import { scoresOf } from './scores.ts';
import { unitsDownward } from './units-downward.ts';

/** Scores read at a time. */
const PAGE = 500;

/** Every group's score of a week, page by page in the order of the groups; without findings, which no unit adds up. */
async function* scoresInWeek(db: Db, week: string, metrics: string): AsyncGenerator<GroupAnalysis> {
  for (let after = ''; ; ) {
    const page = await db
      .select({ groupId: scores.groupId, analysis: scores.analysis })
      .from(scores)
      .where(and(eq(scores.week, week), eq(scores.metrics, metrics), gt(scores.groupId, after)))
      .orderBy(scores.groupId)
      .limit(PAGE);
    for (const { analysis } of page) yield { ...analysis, findings: [] };
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.groupId;
  }
}

/**
 * What the scores of a week come to, unit by unit. A group counts where its score says that it belonged in that week; the
 * units stand above each other as they do now. No person is known here: counts of persons are upper bounds.
 */
export async function addUpUnits(
  db: Db,
  week: string,
  metrics: string = METRICS_VERSION,
): Promise<UnitAnalysis[]> {
  const units = (await allUnits(db)).map(({ id, name, parentId }) => ({ id, name, parentId }));
  const analysing = createUnitAnalysing(units);
  for await (const analysis of scoresInWeek(db, week, metrics)) analysing.push(analysis, null);
  return analysing.done(metrics);
}

/** Writes the week of some units, over what an earlier run of the same week and version wrote; all or none. */
export async function saveUnitScores(
  db: Db,
  week: string,
  analyses: readonly UnitAnalysis[],
  now: Date,
): Promise<void> {
  await db.transaction(async tx => {
    for (const analysis of analyses) {
      const values = {
        unitId: analysis.unitId,
        week,
        metrics: analysis.metrics,
        analysis,
        scoredAt: now,
      };
      await tx
        .insert(unitScores)
        .values(values)
        .onConflictDoUpdate({
          target: [unitScores.unitId, unitScores.week, unitScores.metrics],
          set: values,
        });
    }
  });
}

/** The analyses of some units in some weeks by one version of the definitions; ordered by unit and week. */
export async function unitScoresOf(
  db: Db,
  unitIds: string[],
  weeks: string[],
  metrics: string = METRICS_VERSION,
): Promise<{ unitId: string; week: string; analysis: UnitAnalysis }[]> {
  if (!unitIds.length || !weeks.length) return [];
  return db
    .select({ unitId: unitScores.unitId, week: unitScores.week, analysis: unitScores.analysis })
    .from(unitScores)
    .where(
      and(
        inArray(unitScores.unitId, unitIds),
        inArray(unitScores.week, weeks),
        eq(unitScores.metrics, metrics),
      ),
    )
    .orderBy(unitScores.unitId, unitScores.week);
}

/**
 * One unit's week with the groups and the units below it: as it was written, or added up now where it was not yet. Null
 * where no group below it has a score.
 */
export async function unitWeekOf(
  db: Db,
  unitId: string,
  week: string,
): Promise<{ unit: UnitAnalysis; groups: GroupAnalysis[]; units: UnitAnalysis[] } | null> {
  const { ids } = await unitsDownward(db, unitId);
  const children = (await allUnits(db)).filter(unit => unit.parentId === unitId).map(unit => unit.id);
  const written = (await unitScoresOf(db, [unitId, ...children], [week])).map(row => row.analysis);
  const isWritten = written.some(unit => unit.unitId === unitId);
  const units = isWritten ? written : await addUpUnits(db, week);
  const groupIds: string[] = [];
  for await (const { groupId, unitId: of } of scoresInWeek(db, week, METRICS_VERSION)) {
    if (ids.has(of)) groupIds.push(groupId);
  }
  const unit = units.find(each => each.unitId === unitId);
  if (!unit || groupIds.length === 0) return null;
  const groupsBelow: GroupAnalysis[] = [];
  for (let at = 0; at < groupIds.length; at += PAGE) {
    const rows = await scoresOf(db, groupIds.slice(at, at + PAGE), [week]);
    groupsBelow.push(...rows.map(row => row.analysis));
  }
  return { unit, groups: groupsBelow, units: units.filter(each => children.includes(each.unitId)) };
}

/** When the groups and the units of a week were last scored by the running version; null when never. */
export async function scoredAt(db: Db, week: string): Promise<{ groups: Date | null; units: Date | null }> {
  const [ofGroups] = await db
    .select({ at: max(scores.scoredAt) })
    .from(scores)
    .where(and(eq(scores.week, week), eq(scores.metrics, METRICS_VERSION)));
  const [ofUnits] = await db
    .select({ at: max(unitScores.scoredAt) })
    .from(unitScores)
    .where(and(eq(unitScores.week, week), eq(unitScores.metrics, METRICS_VERSION)));
  return { groups: ofGroups?.at ?? null, units: ofUnits?.at ?? null };
}

/** How many bound groups have no score of a week that was made at `since` or later. */
export async function countUnscored(db: Db, week: string, since: Date): Promise<number> {
  const scored = db
    .select({ groupId: scores.groupId })
    .from(scores)
    .where(
      and(
        eq(scores.groupId, groups.id),
        eq(scores.week, week),
        eq(scores.metrics, METRICS_VERSION),
        gte(scores.scoredAt, since),
      ),
    );
  const [left] = await db
    .select({ n: count() })
    .from(groups)
    .where(and(isNotNull(groups.boundAt), notExists(scored)));
  return left?.n ?? 0;
}
