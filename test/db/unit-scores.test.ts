import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../db/archive-import.ts';
import { verifyAudit } from '../../db/audit.ts';
import type { OpenDb } from '../../db/connect.ts';
import { noteMetricsChange } from '../../db/metrics-change.ts';
import { recomputeScores } from '../../db/recompute-scores.ts';
import { audit, findings, groupDays, groups, scores, unitScores, units } from '../../db/schema.ts';
import { saveScore, scoredWeeks, scoresOf } from '../../db/scores.ts';
import { addUpUnits, saveUnitScores, unitScoresOf } from '../../db/unit-scores.ts';
import { METRICS_VERSION } from '../../src/analysis/group-analysis.ts';
import { parseLine } from '../../src/archive/parse-line.ts';
import { addDays, mondayOf, startOfDay } from '../../src/time.ts';
import { judging } from '../support/archive-paths.ts';
import { analysed, MONDAY, WEEK } from '../support/digest-inputs.ts';
import { openTestDb } from '../support/open-test-db.ts';

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
});
afterEach(() => open.close());

const unit = (id: string, parentId: string | null) =>
  ({ id, name: `单位${id}`, parentId, level: 'street', line: 'general' }) as const;
const published = <T extends { metrics: string }>(analysis: T): T => ({ ...analysis, metrics: '0' });

describe('a unit’s week', () => {
  beforeEach(async () => {
    await open.db.insert(units).values([unit('u-street', null), unit('u-block', 'u-street')]);
  });

  it('counts a group where it belonged in that week, though it moved later', async () => {
    const { db } = open;
    const before = { ...analysed('g1', '邻里群', 'cold'), unitId: 'u-block' };
    await saveScore(db, '2026-W46', before, MONDAY);
    await saveScore(db, WEEK, { ...before, unitId: 'u-street' }, MONDAY);
    const groupsIn = async (week: string) =>
      Object.fromEntries((await addUpUnits(db, week)).map(each => [each.unitId, each.groups]));
    expect(await groupsIn('2026-W46')).toEqual({ 'u-block': 1, 'u-street': 1 });
    expect(await groupsIn(WEEK)).toEqual({ 'u-block': 0, 'u-street': 1 });
  });

  it('reads more groups than one page, and each once', async () => {
    const { db } = open;
    for (let at = 0; at < 1203; at++) {
      await saveScore(db, WEEK, analysed(`g${at}`, '群', at % 3 === 0 ? 'cold' : 'healthy'), MONDAY);
    }
    const [, street] = await addUpUnits(db, WEEK);
    expect(street).toMatchObject({ unitId: 'u-street', groups: 1203, red: 401, judged: 1203 });
  });

  it('is written once per version, and read by it', async () => {
    const { db } = open;
    await saveScore(db, WEEK, analysed('g1', '邻里群', 'cold'), MONDAY);
    const of = await addUpUnits(db, WEEK);
    await saveUnitScores(db, WEEK, of, MONDAY);
    await saveUnitScores(db, WEEK, of, MONDAY);
    await saveUnitScores(db, WEEK, of.map(published), MONDAY);
    expect(await db.select().from(unitScores)).toHaveLength(4);
    expect((await unitScoresOf(db, ['u-street'], [WEEK])).map(row => row.analysis.metrics)).toEqual([
      METRICS_VERSION,
    ]);
    expect(await unitScoresOf(db, ['u-street'], [WEEK], '0')).toHaveLength(1);
    expect(await unitScoresOf(db, [], [WEEK])).toEqual([]);
  });
});

const ARCHIVE = `
{"type":"unit","id":"u1","name":"彭浦街道","parent":null,"level":"street","line":"youth"}
{"type":"person","id":"c1","name":"王芳","role":"cadre-full-time"}
{"type":"person","id":"p1","name":"李阿姨","role":"member"}
{"type":"group","id":"g1","name":"彭浦青年之家","unit":"u1","kind":"grassroots","size":60,"createdAt":"2026-01-01T00:00:00Z","cadres":["c1"]}
{"type":"membership","group":"g1","person":"p1","role":"member","joinedAt":null,"leftAt":null}
{"type":"observation","group":"g1","from":"2026-08-01T00:00:00Z","to":"2026-11-23T00:00:00Z"}
{"type":"message","id":"m1","group":"g1","sender":"p1","sentAt":"2026-09-02T02:00:00Z","kind":"text","text":"12号楼楼道灯坏了，麻烦派人来修一下"}
{"type":"message","id":"m2","group":"g1","sender":"c1","sentAt":"2026-09-02T02:10:00Z","kind":"text","text":"已经联系电工，下午就到楼下来换灯","replyTo":"m1","mentions":[]}
`;

/** An installation of an older version: heard, folded, scored and published under version 0. */
async function publishedUnderZero(): Promise<void> {
  const { db } = open;
  const lines = ARCHIVE.trim().split('\n');
  const read = lines.flatMap(line => {
    const parsed = parseLine(line);
    return 'line' in parsed ? [parsed.line] : [];
  });
  await importArchive(db, read, { ...judging, now: MONDAY, bindTo: null });
  await db.update(groupDays).set({ metrics: '0' });
  for (const week of ['2026-W45', '2026-W46']) {
    await saveScore(db, week, published({ ...analysed('g1', '彭浦青年之家', 'cold'), unitId: 'u1' }), MONDAY);
    await saveUnitScores(db, week, await addUpUnits(db, week, '0'), MONDAY);
  }
}

/** Every row of the older version, as it stands in the tables. */
async function rowsOfZero(): Promise<string> {
  const { rows } = open;
  const tables = ['group_days', 'scores', 'findings', 'unit_scores'];
  const all = [];
  for (const table of tables)
    all.push(await rows(`select * from ${table} where metrics = '0' order by 1, 2, 3, 4`));
  expect(all.every(part => part.length > 0)).toBe(true);
  return JSON.stringify(all);
}

describe('a changed definition', () => {
  it('recomputes the past beside what was published, never over it, and says how far back', async () => {
    const { db } = open;
    await publishedUnderZero();
    const before = await rowsOfZero();
    const done = await recomputeScores(db, { from: '2026-W44', to: '2026-W46' }, MONDAY);
    expect(done).toEqual({
      metrics: METRICS_VERSION,
      foldedDays: 1,
      daysSince: '2026-09-02',
      messagesSince: '2026-09-02',
      weeks: [
        { week: '2026-W44', scored: 1, kept: 0, units: 1 },
        { week: '2026-W45', scored: 1, kept: 0, units: 1 },
        { week: '2026-W46', scored: 1, kept: 0, units: 1 },
      ],
    });
    expect(await rowsOfZero()).toBe(before);
    expect(await scoredWeeks(db, 'g1')).toEqual(new Set(['2026-W44', '2026-W45', '2026-W46']));
    expect(await scoredWeeks(db, 'g1', '0')).toEqual(new Set(['2026-W45', '2026-W46']));
    const [now] = await scoresOf(db, ['g1'], ['2026-W46']);
    const [was] = await scoresOf(db, ['g1'], ['2026-W46'], '0');
    expect(now?.analysis).toMatchObject({ metrics: METRICS_VERSION, day: '2026-11-15', state: 'cold' });
    expect(was?.analysis).toMatchObject({ metrics: '0', findings: [{ detector: 'cadre-silent' }] });
  });

  it('leaves a week that this version scored as it is', async () => {
    const { db } = open;
    await publishedUnderZero();
    const soon = new Date(MONDAY.getTime() + 60_000);
    await recomputeScores(db, { from: '2026-W45', to: '2026-W46' }, soon);
    const rows = async () =>
      JSON.stringify([await db.select().from(scores), await db.select().from(unitScores)]);
    const before = await rows();
    const later = new Date(MONDAY.getTime() + 86_400_000);
    expect(await recomputeScores(db, { from: '2026-W45', to: '2026-W46' }, later)).toMatchObject({
      foldedDays: 0,
      weeks: [
        { scored: 0, kept: 1, units: 0 },
        { scored: 0, kept: 1, units: 0 },
      ],
    });
    expect(await rows()).toBe(before);
  });

  it('is written into the audit once, and a fresh installation has changed nothing', async () => {
    const { db } = open;
    await publishedUnderZero();
    const changes = async () => (await db.select().from(audit)).filter(row => row.act === 'change-metrics');
    expect(await noteMetricsChange(db, MONDAY)).toBe(true);
    expect(await noteMetricsChange(db, MONDAY)).toBe(false);
    expect(await changes()).toMatchObject([{ byId: null, data: { from: '0', to: METRICS_VERSION } }]);
    expect(await verifyAudit(db)).toMatchObject({ brokenAt: null });
    const fresh = await openTestDb();
    expect(await noteMetricsChange(fresh.db, MONDAY)).toBe(false);
    expect(await fresh.db.select().from(audit)).toEqual([]);
    await fresh.close();
  });

  it('a score and its findings stand under the version of the analysis', async () => {
    const { db } = open;
    await saveScore(db, WEEK, analysed('g1', '邻里群', 'cold'), MONDAY);
    await saveScore(db, WEEK, published(analysed('g1', '邻里群', 'healthy')), MONDAY);
    expect((await db.select().from(findings)).map(row => row.metrics)).toEqual([METRICS_VERSION]);
    expect((await db.select().from(scores)).map(row => row.metrics).sort()).toEqual(
      ['0', METRICS_VERSION].sort(),
    );
  });
});

it('a score written by the scoring of a moment ends with the week’s Sunday', async () => {
  await publishedUnderZero();
  await recomputeScores(open.db, { from: '2026-W46', to: '2026-W46' }, MONDAY);
  const [group] = await open.db.select().from(groups).where(eq(groups.id, 'g1'));
  const [score] = await scoresOf(open.db, ['g1'], ['2026-W46']);
  expect(group?.boundAt).not.toBeNull();
  expect(startOfDay(score?.analysis.day ?? '')).toEqual(startOfDay(addDays(mondayOf('2026-W46'), 6)));
});
