import { and, eq, isNotNull, min } from 'drizzle-orm';
import { analyzeGroup } from '../src/analysis/analyze-group.ts';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import { addDays, dayOf, mondayOf, startOfDay, weekOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { foldGroupDay } from './fold-group-day.ts';
import { unfoldedDays } from './group-days.ts';
import { groupHistory } from './group-histories.ts';
import { boundGroups } from './groups.ts';
import { noteMetricsChange } from './metrics-change.ts';
import { groupDays, messages } from './schema.ts';
import { saveScore, scoredWeeks } from './scores.ts';
import { addUpUnits, saveUnitScores, scoredAt } from './unit-scores.ts';

/** What a recomputing did. */
export interface Recomputed {
  metrics: string;
  /** Days of groups folded now, because the running version had none of them. */
  foldedDays: number;
  /** The first day folded under this version, and the first of which there are messages; null without any. */
  daysSince: string | null;
  messagesSince: string | null;
  /** By week: groups scored now, groups whose score of this version was there and stands, units added up now. */
  weeks: { week: string; scored: number; kept: number; units: number }[];
}

/** Every week from one to another, both included. */
function weeksBetween(from: string, to: string): string[] {
  const weeks: string[] = [];
  for (let week = from; week <= to; week = weekOf(addDays(mondayOf(week), 7))) weeks.push(week);
  return weeks;
}

async function firstDays(db: Db): Promise<{ days: string | null; messages: string | null }> {
  const [folded] = await db
    .select({ day: min(groupDays.day) })
    .from(groupDays)
    .where(eq(groupDays.metrics, METRICS_VERSION));
  const [said] = await db
    .select({ day: min(messages.day) })
    .from(messages)
    .where(and(eq(messages.isPrivate, false), isNotNull(messages.decidedAt)));
  return { days: folded?.day ?? null, messages: said?.day ?? null };
}

/** A version reads days folded under it alone; they reach as far back as there are messages. */
async function foldAll(db: Db, now: Date): Promise<number> {
  const { messages: since } = await firstDays(db);
  const days = since === null ? [] : await unfoldedDays(db, since, dayOf(now));
  for (const { groupId, day } of days) await foldGroupDay(db, groupId, day, now);
  return days.length;
}

/**
 * 重算: scores weeks that have ended under the running version of the definitions, beside what other versions published
 * and never over it. What this version has scored already stands: whether its inputs changed since cannot be told.
 */
export async function recomputeScores(
  db: Db,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<Recomputed> {
  await noteMetricsChange(db, now);
  const foldedDays = await foldAll(db, now);
  const weeks = weeksBetween(from, to).map(week => ({ week, scored: 0, kept: 0, units: 0 }));
  const lastDay = addDays(mondayOf(to), 6);
  for (const group of await boundGroups(db)) {
    const done = await scoredWeeks(db, group.id);
    const history = weeks.every(({ week }) => done.has(week))
      ? null
      : await groupHistory(db, group.id, lastDay);
    for (const row of weeks) {
      if (done.has(row.week) || !history) {
        row.kept++;
        continue;
      }
      const asOf = new Date(startOfDay(addDays(mondayOf(row.week), 7)).getTime() - 1);
      await saveScore(db, row.week, analyzeGroup(history, asOf), now);
      row.scored++;
    }
  }
  for (const row of weeks) {
    if ((await scoredAt(db, row.week)).units) continue;
    const units = await addUpUnits(db, row.week);
    await saveUnitScores(db, row.week, units, now);
    row.units = units.length;
  }
  const { days: daysSince, messages: messagesSince } = await firstDays(db);
  return { metrics: METRICS_VERSION, foldedDays, daysSince, messagesSince, weeks };
}
