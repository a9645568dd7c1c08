import { readModels } from '../../cli/content.ts';
import { importArchive } from '../../db/archive-import.ts';
import type { OpenDb } from '../../db/connect.ts';
import { scoresOf } from '../../db/scores.ts';
import type { GroupAnalysis } from '../../src/analysis/group-analysis.ts';
import { analyzeArchive } from '../../src/archive/analyze-archive.ts';
import { createFolding } from '../../src/archive/histories.ts';
import type { ArchiveLine } from '../../src/archive/line.ts';
import { createSurvey } from '../../src/archive/survey.ts';
import { readConfig } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { addDays, dayOf, startOfDay, weekOf } from '../../src/time.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import type { JobContext } from '../../workers/jobs/define.ts';
import { foldDays } from '../../workers/jobs/fold-days.ts';
import { packGroups } from '../../workers/jobs/pack-groups.ts';
import { scoreGroups } from '../../workers/jobs/score-groups.ts';

const { classify, version } = createUnderstanding({ faq: [], models: await readModels() });

/** The understanding as an import is given it. */
export const judging = { classify, version };

const byGroup = (analyses: readonly GroupAnalysis[]): Map<string, GroupAnalysis> =>
  new Map(analyses.map(analysis => [analysis.groupId, analysis]));

/** An archive as `analyze` reads it: no database, up to the end of the day before `now`. */
export function analyzeLines(lines: readonly ArchiveLine[], now: Date): Map<string, GroupAnalysis> {
  const surveying = createSurvey();
  for (const line of lines) surveying.push(line);
  const survey = surveying.done();
  const folding = createFolding(survey, { version, labelOf: classify });
  for (const line of lines) if (line.type === 'message') folding.push(line);
  const asOf = new Date(startOfDay(dayOf(now)).getTime() - 1);
  return byGroup(analyzeArchive(survey, folding.done(), asOf).groups.map(group => group.analysis));
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function jobContext({ db, scrub }: OpenDb, now: Date): JobContext {
  return {
    db,
    now,
    clock: { now: () => now },
    log: silent,
    config: readConfig({}),
    scrub,
    drawDigest: () => Promise.reject(new Error('nothing is drawn here')),
  };
}

/** The same archive as the program lives with it: imported, folded and scored by the nightly jobs. */
export async function analyzeInDb(
  open: OpenDb,
  lines: readonly ArchiveLine[],
  now: Date,
): Promise<Map<string, GroupAnalysis>> {
  await importArchive(open.db, lines, { now, ...judging, bindTo: null });
  const context = jobContext(open, now);
  await foldDays.run(context);
  await packGroups.run(context);
  await scoreGroups.run(context);
  const groupIds = lines.filter(line => line.type === 'group').map(line => line.id);
  const scored = await scoresOf(open.db, groupIds, [weekOf(addDays(dayOf(now), -1))]);
  return byGroup(scored.map(row => row.analysis));
}
