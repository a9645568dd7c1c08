import { and, eq, inArray, sql } from 'drizzle-orm';
import { type GroupAnalysis, METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import { inBatches } from './archive/batches.ts';
import type { Db } from './connect.ts';
import { byKey, inSlices } from './in-slices.ts';
import { findings, scores } from './schema.ts';

/** One group's week, ready to be kept. */
export interface WeekScore {
  week: string;
  analysis: GroupAnalysis;
}

/** Writes a group's week and its findings, over what an earlier run of the same week and version wrote. */
export const saveScore = (db: Db, week: string, analysis: GroupAnalysis, now: Date): Promise<void> =>
  saveScores(db, [{ week, analysis }], now);

/** The same for many groups and weeks, each once; all of them or none. */
export async function saveScores(db: Db, kept: readonly WeekScore[], now: Date): Promise<void> {
  if (kept.length > 0) await db.transaction(tx => writeScores(tx, kept, now));
}

/** As `saveScores`, inside the caller's transaction. */
export async function writeScores(tx: Db, kept: readonly WeekScore[], now: Date): Promise<void> {
  const rows = kept.map(({ week, analysis: { findings: _, ...analysis } }) => ({
    groupId: analysis.groupId,
    week,
    metrics: analysis.metrics,
    analysis,
    scoredAt: now,
  }));
  const excluded = { analysis: sql`excluded.analysis`, scoredAt: sql`excluded.scored_at` };
  await inBatches(rows, batch =>
    tx
      .insert(scores)
      .values(batch)
      .onConflictDoUpdate({ target: [scores.groupId, scores.week, scores.metrics], set: excluded }),
  );
  for (const [version, same] of byKey(kept, ({ week, analysis }) => `${analysis.metrics} ${week}`)) {
    const [metrics = '', week = ''] = version.split(' ');
    const ids = same.map(({ analysis }) => analysis.groupId);
    await inBatches(ids, batch =>
      tx
        .delete(findings)
        .where(and(inArray(findings.groupId, batch), eq(findings.week, week), eq(findings.metrics, metrics))),
    );
  }
  const found = kept.flatMap(({ week, analysis: { groupId, metrics, findings: own } }) =>
    own.map((finding, position) => ({
      groupId,
      week,
      metrics,
      detector: finding.detector,
      position,
      finding,
    })),
  );
  await inBatches(found, batch => tx.insert(findings).values(batch));
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

/** When weeks of groups were last scored, by `group week`. */
export async function scoredAtOf(
  db: Db,
  groupIds: readonly string[],
  weeks: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await inSlices(groupIds, ids =>
    db
      .select({ groupId: scores.groupId, week: scores.week, scoredAt: scores.scoredAt })
      .from(scores)
      .where(
        and(
          inArray(scores.groupId, ids),
          inArray(scores.week, [...weeks]),
          eq(scores.metrics, METRICS_VERSION),
        ),
      ),
  );
  return new Map(rows.map(row => [`${row.groupId} ${row.week}`, row.scoredAt]));
}
