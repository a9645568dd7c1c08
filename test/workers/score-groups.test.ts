import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from '../../db/archive-import.ts';
import type { OpenDb } from '../../db/connect.ts';
import { saveGroupDay } from '../../db/group-days.ts';
import { groupHistories, groupHistory } from '../../db/group-histories.ts';
import { findings, groupPacks, groups, scores, standings } from '../../db/schema.ts';
import { scoresOf } from '../../db/scores.ts';
import { analyzeGroup, dailyStates } from '../../src/analysis/analyze-group.ts';
import { lastMomentOf } from '../../src/analysis/weeks-to-score.ts';
import { makeCommunity } from '../../src/communities/community.ts';
import { readConfig } from '../../src/config.ts';
import { addDays, startOfDay, weekOf } from '../../src/time.ts';
import type { Job } from '../../workers/jobs/define.ts';
import { packGroups } from '../../workers/jobs/pack-groups.ts';
import { scoreGroups } from '../../workers/jobs/score-groups.ts';
import { openTestDb } from '../support/open-test-db.ts';

/** A Sunday. */
const LAST_DAY = '2026-10-18';
const only = ['cold-unanswered', 'recovered', 'bursty', 'bot-offline', 'healthy-lively', 'self-certified'];
const community = makeCommunity({ seed: 4, groups: only.length, days: 190, lastDay: LAST_DAY, only });

let open: OpenDb;
beforeEach(async () => {
  open = await openTestDb();
  const before = startOfDay('2026-01-01');
  const classify = (text: string) => ({ label: community.meant.get(text) ?? 'chatter', confidence: 1 });
  await importArchive(open.db, community.lines, { now: before, classify, version: 'test', bindTo: null });
  await open.db.update(groups).set({ boundAt: before });
});
afterEach(() => open.close());

/** The night after a day, when it is over. */
const nightAfter = (day: string) => new Date(startOfDay(addDays(day, 1)).getTime() + 3_600_000);

function run(job: Job, now: Date) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const drawDigest = () => Promise.reject(new Error('nothing is drawn here'));
  const context = { db: open.db, now, clock: { now: () => now }, log, config: readConfig({}), drawDigest };
  return job.run({ ...context, scrub: open.scrub });
}

async function passNight(day: string): Promise<void> {
  await run(packGroups, nightAfter(day));
  await run(scoreGroups, nightAfter(day));
}

const groupIds = async () =>
  (await open.db.select({ id: groups.id }).from(groups).orderBy(groups.id)).map(row => row.id);

async function scoreIn(groupId: string, week: string) {
  const [score] = await scoresOf(open.db, [groupId], [week]);
  return score?.analysis;
}

describe('the histories of many groups', () => {
  it('are what is read of each alone', async () => {
    const ids = await groupIds();
    const many = await groupHistories(open.db, ids, LAST_DAY);
    expect(many.map(history => history.group.id)).toEqual(ids);
    for (const history of many)
      expect(await groupHistory(open.db, history.group.id, LAST_DAY)).toEqual(history);
  });

  it('take no more queries than those of one', async () => {
    let queries = 0;
    const counting = new Proxy(open.db, {
      get(db, key) {
        if (key === 'select') queries++;
        return Reflect.get(db, key);
      },
    });
    const ids = await groupIds();
    await groupHistories(counting, ids.slice(0, 1), LAST_DAY);
    const ofOne = queries;
    queries = 0;
    await groupHistories(counting, ids, LAST_DAY);
    expect(queries).toBeLessThanOrEqual(ofOne + 1);
  });
});

describe('scoring night by night', () => {
  it('for sixty nights leaves every group where evaluating all its days at once leaves it', async () => {
    for (let back = 60; back >= 0; back--) {
      const day = addDays(LAST_DAY, -back);
      await passNight(day);
      if (back % 15 !== 0) continue;
      for (const history of await groupHistories(open.db, await groupIds(), day)) {
        const id = history.group.id;
        const [standing] = await open.db.select().from(standings).where(eq(standings.groupId, id));
        const last = dailyStates(history, lastMomentOf(day)).at(-1);
        expect(standing).toEqual({ groupId: id, metrics: '1', ...last });
        expect(await scoreIn(id, weekOf(day))).toEqual(analyzeGroup(history, lastMomentOf(day)));
      }
    }
  }, 120_000);

  it('begun late scores the weeks before from the histories, and a missed night loses nothing', async () => {
    await passNight(addDays(LAST_DAY, -9));
    await passNight(LAST_DAY);
    for (const history of await groupHistories(open.db, await groupIds(), LAST_DAY)) {
      for (const back of [0, 7, 14, 49]) {
        const sunday = addDays(LAST_DAY, -back);
        const week = weekOf(sunday);
        // What was declared is the same in these weeks, so that only days make the difference.
        expect(await scoreIn(history.group.id, week)).toEqual(analyzeGroup(history, lastMomentOf(sunday)));
      }
    }
  }, 60_000);

  it('run twice has one effect', async () => {
    const rowsOf = async () => ({
      packs: await open.db.select().from(groupPacks).orderBy(groupPacks.groupId),
      scores: await open.db.select().from(scores).orderBy(scores.groupId, scores.week),
      findings: await open.db
        .select()
        .from(findings)
        .orderBy(findings.groupId, findings.week, findings.position),
      standings: await open.db.select().from(standings).orderBy(standings.groupId),
    });
    await passNight(LAST_DAY);
    const once = await rowsOf();
    expect(once.scores).toHaveLength(8 * only.length);
    await passNight(LAST_DAY);
    expect(await rowsOf()).toEqual(once);
  }, 60_000);

  it('packs once: what has not changed since is left alone', async () => {
    const later = new Date(nightAfter(LAST_DAY).getTime() + 3_600_000);
    expect(await run(packGroups, nightAfter(LAST_DAY))).toEqual({ packed: only.length });
    expect(await run(packGroups, later)).toEqual({ packed: 0 });
    const [id = ''] = await groupIds();
    await open.db.update(groups).set({ size: 41 }).where(eq(groups.id, id));
    expect(await run(packGroups, later)).toEqual({ packed: 1 });
  });

  it('reckons the states again from the first day where an old day is folded late', async () => {
    await passNight(addDays(LAST_DAY, -1));
    const [id = ''] = await groupIds();
    const history = await groupHistory(open.db, id, LAST_DAY);
    const late = addDays(nightAfter(LAST_DAY).toISOString().slice(0, 10), -40);
    const row = history?.days.find(day => day.day >= late);
    expect(row).toBeDefined();
    if (row) await saveGroupDay(open.db, { ...row, cadrePosts: [], replies: [] }, nightAfter(LAST_DAY));
    await passNight(LAST_DAY);
    const changed = await groupHistory(open.db, id, LAST_DAY);
    const states = changed ? dailyStates(changed, lastMomentOf(LAST_DAY)) : [];
    const [standing] = await open.db.select().from(standings).where(eq(standings.groupId, id));
    expect(standing).toEqual({ groupId: id, metrics: '1', ...states.at(-1) });
  }, 60_000);

  it('keeps no person’s id in a pack', async () => {
    await run(packGroups, nightAfter(LAST_DAY));
    const people = community.lines.flatMap(line => (line.type === 'person' ? [line.id, line.name] : []));
    const packs = await open.db.select({ pack: groupPacks.pack }).from(groupPacks);
    for (const { pack } of packs) {
      const text = Buffer.from(pack).toString('utf8');
      for (const word of people) expect(text.includes(word), word).toBe(false);
    }
  });
});
