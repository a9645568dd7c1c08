import { and, eq, inArray } from 'drizzle-orm';
import { type GroupAnalysis, METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import type { Db } from './connect.ts';
import { findings, scores } from './schema.ts';

/** Writes a group's week and its findings, over what an earlier run of the same week and version wrote. */
export async function saveScore(db: Db, week: string, analysis: GroupAnalysis, now: Date): Promise<void> {
  const { findings: found, ...rest } = analysis;
  const key = { groupId: analysis.groupId, week, metrics: analysis.metrics };
  await db.transaction(async tx => {
    const values = { ...key, analysis: rest, scoredAt: now };
    await tx
      .insert(scores)
      .values(values)
      .onConflictDoUpdate({ target: [scores.groupId, scores.week, scores.metrics], set: values });
    await tx
      .delete(findings)
      .where(
        and(
          eq(findings.groupId, key.groupId),
          eq(findings.week, week),
          eq(findings.metrics, analysis.metrics),
        ),
      );
    const rows = found.map((finding, position) => ({
      ...key,
      detector: finding.detector,
      position,
      finding,
    }));
    if (rows.length) await tx.insert(findings).values(rows);
  });
}

/** The analyses of some groups in some weeks by one version of the definitions, findings included; ordered by group and week. */
export async function scoresOf(
  db: Db,
  groupIds: string[],
  weeks: string[],
  metrics: string = METRICS_VERSION,
): Promise<{ groupId: string; week: string; analysis: GroupAnalysis }[]> {
  if (!groupIds.length || !weeks.length) return [];
  const rows = await db
    .select()
    .from(scores)
    .where(and(inArray(scores.groupId, groupIds), inArray(scores.week, weeks), eq(scores.metrics, metrics)))
    .orderBy(scores.groupId, scores.week);
  const found = await db
    .select()
    .from(findings)
    .where(
      and(inArray(findings.groupId, groupIds), inArray(findings.week, weeks), eq(findings.metrics, metrics)),
    )
    .orderBy(findings.position);
  return rows.map(row => ({
    groupId: row.groupId,
    week: row.week,
    analysis: {
      ...row.analysis,
      findings: found
        .filter(each => each.groupId === row.groupId && each.week === row.week)
        .map(each => each.finding),
    },
  }));
}

/** Weeks of a group that have been scored by one version of the definitions. */
export async function scoredWeeks(
  db: Db,
  groupId: string,
  metrics: string = METRICS_VERSION,
): Promise<Set<string>> {
  const rows = await db
    .select({ week: scores.week })
    .from(scores)
    .where(and(eq(scores.groupId, groupId), eq(scores.metrics, metrics)));
  return new Set(rows.map(row => row.week));
}
