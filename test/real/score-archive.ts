import { readModels } from '../../cli/content.ts';
import { importArchive } from '../../db/archive-import.ts';
import { dialect } from '../../db/columns.ts';
import { digests, findings, groupPacks, outbox, scores, standings, unitScores } from '../../db/schema.ts';
import { drawDigest } from '../../draw-digest.ts';
import { makeCommunity } from '../../src/communities/community.ts';
import { readConfig } from '../../src/config.ts';
import { addDays, startOfDay } from '../../src/time.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { jobs } from '../../workers/jobs/index.ts';
import { openTestDb } from '../support/open-test-db.ts';

/*
 * One community, imported, folded, scored and told by the jobs of the program, on the engine that DATABASE_URL names;
 * prints what the jobs left. Run as a process of its own, because an engine is chosen once a process.
 */

/** The Sunday before the Monday on which leaders read. */
const LAST_DAY = '2026-10-25';
const MONDAY = addDays(LAST_DAY, 1);
const SCORING = ['fold-days', 'pack-groups', 'score-groups', 'score-units', 'gather-themes', 'send-digests'];

const { lines } = makeCommunity({ seed: 7, groups: 60, days: 150, lastDay: LAST_DAY });
const open = await openTestDb();
const { classify, version } = createUnderstanding({ faq: [], models: await readModels() });
const people = lines.flatMap(line => (line.type === 'person' ? [line.id] : []));
const leaders = lines.flatMap(line =>
  line.type === 'unit' ? line.leaders.map(id => [id, line.id] as const) : [],
);
const night = startOfDay(MONDAY);
await importArchive(open.db, lines, {
  now: night,
  classify,
  version,
  bindTo: null,
  contacts: new Set(people),
  leaders: new Map(leaders),
});
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
for (const name of [...SCORING, ...SCORING]) {
  const job = jobs.find(each => each.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  const now = new Date(night.getTime() + (name === 'send-digests' ? 9.1 : 4) * 3_600_000);
  const context = { db: open.db, now, clock: { now: () => now }, log, config: readConfig({}) };
  await job.run({ ...context, scrub: open.scrub, drawDigest });
}
const rows = {
  standings: await open.db.select().from(standings).orderBy(standings.groupId),
  // The bytes carry a sign of the rows they were made from, in the engine's order; what is read out of them is compared below.
  packs: (await open.db.select().from(groupPacks).orderBy(groupPacks.groupId)).map(
    ({ groupId, shard, throughDay }) => ({ groupId, shard, throughDay }),
  ),
  scores: await open.db.select().from(scores).orderBy(scores.groupId, scores.week),
  findings: await open.db.select().from(findings).orderBy(findings.groupId, findings.week, findings.position),
  unitScores: await open.db.select().from(unitScores).orderBy(unitScores.unitId, unitScores.week),
  digests: (await open.db.select().from(digests).orderBy(digests.leaderId, digests.unitId)).map(
    ({ png, ...row }) => ({ ...row, png: png ? Buffer.from(png).toString('base64') : null }),
  ),
  said: (await open.db.select().from(outbox).orderBy(outbox.placeId, outbox.key)).map(
    ({ placeId, key, text }) => ({ placeId, key, text }),
  ),
};
await open.close();
await new Promise<void>(done => process.stdout.write(JSON.stringify({ dialect, rows }), () => done()));
