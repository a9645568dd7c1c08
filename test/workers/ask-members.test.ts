import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askPrompt } from '../../db/prompts.ts';
import { links, outbox, people, surveyAnswers, surveyAsks } from '../../db/schema.ts';
import { askMembers } from '../../workers/jobs/ask-members.ts';
import { addNeighbours, link } from '../support/survey-world.ts';
import { CADRE, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const run = (at: string) => {
  const { open, house } = world;
  const now = new Date(at);
  const nothing = async () => new Uint8Array();
  const ctx = { db: open.db, now, clock: { now: () => now }, log: house.log, config: house.config };
  return askMembers.run({ ...ctx, scrub: async () => undefined, drawDigest: nothing });
};
const asks = () => world.open.db.select().from(surveyAsks);
const questions = async () =>
  (await world.open.db.select().from(outbox)).filter(row => row.key.startsWith('survey-ask/'));

describe('the members of a cadre', () => {
  beforeEach(async () => link(world, await addNeighbours(world, 20)));

  it('are asked two at a time, ten in a month, and the same whether or not a run was lost', async () => {
    expect(await run('2026-11-24T10:00:00+08:00')).toMatchObject({ surveyed: 2 });
    for (let minute = 10; minute < 60; minute += 10) await run(`2026-11-24T10:${minute}:00+08:00`);
    expect(await asks()).toHaveLength(10);
    expect(await questions()).toHaveLength(10);
    const first = (await asks()).map(row => row.personId).sort();
    await world.close();
    world = await openWorld();
    await link(world, await addNeighbours(world, 20));
    for (let day = 24; day <= 30; day++) await run(`2026-11-${day}T16:50:00+08:00`);
    expect((await asks()).map(row => row.personId).sort()).toEqual(first);
  });

  it('are asked once, however often the job runs at one moment', async () => {
    const at = '2026-11-24T10:00:00+08:00';
    await Promise.all([run(at), run(at)]);
    for (let times = 0; times < 8; times++) await run(at);
    const ids = (await questions()).map(row => row.placeId);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });

  it.each([
    ['at night', '2026-11-24T22:00:00+08:00'],
    ['in the lunch break', '2026-11-24T12:30:00+08:00'],
    ['on a Sunday', '2026-11-22T10:00:00+08:00'],
    ['on National Day', '2026-10-01T10:00:00+08:00'],
  ])('are not asked %s', async (_, at) => {
    expect(await run(at)).toMatchObject({ surveyed: 0 });
    expect(await asks()).toEqual([]);
  });

  it('are asked the ten of the next month too, nobody of them again in the same quarter', async () => {
    for (const day of ['2026-11-24', '2026-12-08'])
      for (let minute = 10; minute < 60; minute += 5) await run(`${day}T10:${minute}:00+08:00`);
    const ids = (await asks()).map(row => row.personId);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    for (let minute = 10; minute < 60; minute += 5) await run(`2026-12-15T10:${minute}:00+08:00`);
    expect(await asks()).toHaveLength(20);
  });

  it('whom the question never reached may be drawn again on another day', async () => {
    await run('2026-11-24T10:00:00+08:00');
    await world.open.db.update(outbox).set({ state: 'failed' });
    await run('2026-11-24T10:10:00+08:00');
    expect(await asks()).toHaveLength(4);
    await world.open.db.update(outbox).set({ state: 'failed' });
    for (let minute = 10; minute < 60; minute += 10) await run(`2026-11-25T10:${minute}:00+08:00`);
    expect(await asks()).toHaveLength(10);
    expect(await questions()).toHaveLength(14);
  });
});

describe('nobody is asked', () => {
  it('who is no friend, serves themselves, opted out, or whose link has ended', async () => {
    await link(world, [STRANGER, LEADER, 'p-sun', MEMBER]);
    await world.open.db.update(people).set({ optedOutAt: new Date() }).where(eq(people.id, MEMBER));
    await run('2026-11-24T10:00:00+08:00');
    await world.open.db.update(people).set({ optedOutAt: null });
    await world.open.db.update(links).set({ toAt: new Date('2026-11-20T10:00:00+08:00') });
    await run('2026-11-24T10:10:00+08:00');
    expect(await asks()).toEqual([]);
  });

  it('while they are talking with the bot; the next run asks', async () => {
    await link(world, [MEMBER]);
    const prompt = { placeId: MEMBER, personId: MEMBER, kind: 'record', data: {} };
    await askPrompt(world.open.db, prompt, new Date('2026-11-24T09:58:00+08:00'));
    expect(await run('2026-11-24T10:00:00+08:00')).toMatchObject({ surveyed: 0 });
    expect(await run('2026-11-24T10:10:00+08:00')).toMatchObject({ surveyed: 1 });
  });
});

it("a leader's own links are asked about first", async () => {
  const ids = await addNeighbours(world, 4);
  await link(world, ids.slice(0, 2), CADRE);
  await link(world, ids.slice(2), LEADER);
  await run('2026-11-24T10:00:00+08:00');
  expect((await asks()).map(row => row.cadreId)).toEqual([LEADER, LEADER]);
  expect((await questions())[0]?.text).toContain('联系干部赵敏');
});

it('the link between a tap and its answer is gone within twenty minutes, at night too', async () => {
  const { db } = world.open;
  const day = '2026-11-29';
  const row = {
    cadreId: CADRE,
    groupId: null,
    month: '2026-11',
    knows: true,
    helped: null,
    words: null,
    day,
  };
  await db.insert(surveyAnswers).values({ id: 'a-1', ...row });
  const prompt = { placeId: MEMBER, personId: MEMBER, kind: 'survey-helped', data: { answerId: 'a-1' } };
  await askPrompt(db, prompt, new Date('2026-11-24T23:00:00+08:00'));
  expect(await run('2026-11-24T23:09:00+08:00')).toMatchObject({ unlinked: 0 });
  expect(await run('2026-11-24T23:11:00+08:00')).toMatchObject({ unlinked: 1 });
  expect(await db.select().from(surveyAnswers)).toHaveLength(1);
});
