import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groups, scores, unitScores, units } from '../../db/schema.ts';
import { saveScore } from '../../db/scores.ts';
import { unitScoresOf } from '../../db/unit-scores.ts';
import type { GroupState } from '../../src/analysis/group-analysis.ts';
import { scoreUnits } from '../../workers/jobs/score-units.ts';
import { analysed } from '../support/digest-inputs.ts';
import { openWorld, type TestWorld } from '../support/world.ts';

const WEEK = '2026-W47';
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  const { db } = world.open;
  await db.delete(groups);
  await db.delete(units);
  await db
    .insert(units)
    .values({ id: 'u-street', name: '街道', parentId: null, level: 'street', line: 'general' });
  for (const id of ['g1', 'g2']) {
    await db.insert(groups).values({
      id,
      name: id,
      unitId: 'u-street',
      kind: 'grassroots',
      size: 60,
      createdAt: null,
      serviceLines: [],
      boundAt: at('01T09:00'),
    });
  }
});
afterEach(() => world.close());

const run = (now: Date) => {
  const { open, house } = world;
  const nothing = async () => new Uint8Array();
  const ctx = { db: open.db, now, clock: { now: () => now }, log: house.log, config: house.config };
  return scoreUnits.run({ ...ctx, scrub: async () => undefined, drawDigest: nothing });
};
const score = (groupId: string, state: GroupState, when: Date, week = WEEK) =>
  saveScore(world.open.db, week, analysed(groupId, groupId, state), when);
const redIn = async (week = WEEK) =>
  (await unitScoresOf(world.open.db, ['u-street'], [week]))[0]?.analysis.red ?? null;

describe('the running week', () => {
  it('follows its groups: written anew after each scoring, and left alone in between', async () => {
    await score('g1', 'cold', at('20T01:10'));
    await score('g2', 'healthy', at('20T01:10'));
    expect(await run(at('20T01:40'))).toEqual({ units: 1 });
    expect(await redIn()).toBe(1);
    expect(await run(at('20T02:40'))).toEqual({ units: 0 });
    await score('g2', 'cold', at('21T01:10'));
    expect(await run(at('21T01:40'))).toEqual({ units: 1 });
    expect(await redIn()).toBe(2);
    expect(await world.open.db.select().from(unitScores)).toHaveLength(1);
  });

  it('is nothing while no group has a score', async () => {
    expect(await run(at('20T01:40'))).toEqual({ units: 0 });
    expect(await redIn()).toBeNull();
  });
});

describe('the week that has ended', () => {
  it('waits for the last score of every group, is then written once more, and stands', async () => {
    for (const id of ['g1', 'g2']) await score(id, 'healthy', at('22T01:10'));
    await run(at('22T01:40'));
    await score('g1', 'cold', at('23T01:10'));
    expect(await run(at('23T01:20'))).toEqual({ units: 0 });
    await score('g2', 'cold', at('23T01:30'));
    expect(await run(at('23T01:40'))).toEqual({ units: 1 });
    expect(await redIn()).toBe(2);
    await score('g2', 'healthy', at('25T01:10'));
    expect(await run(at('25T01:40'))).toEqual({ units: 0 });
    expect(await redIn()).toBe(2);
  });

  it('does not wait longer than its digest for a scoring that did not come', async () => {
    for (const id of ['g1', 'g2']) await score(id, 'cold', at('22T01:10'));
    expect(await run(at('23T08:40'))).toEqual({ units: 0 });
    expect(await run(at('23T09:40'))).toEqual({ units: 1 });
    expect(await redIn()).toBe(2);
  });

  it('scored late is written as one of the last eight, older ones are not looked for', async () => {
    for (const id of ['g1', 'g2']) {
      await score(id, 'cold', at('23T01:10'), '2026-W41');
      await score(id, 'cold', at('23T01:10'), '2026-W39');
    }
    expect(await run(at('23T01:40'))).toEqual({ units: 1 });
    expect([await redIn('2026-W41'), await redIn('2026-W39')]).toEqual([2, null]);
  });
});

it('run twice at one moment it has one effect', async () => {
  for (const id of ['g1', 'g2']) await score(id, 'cold', at('23T01:10'));
  const now = at('23T01:40');
  await Promise.all([run(now), run(now)]);
  const rows = await world.open.db.select().from(unitScores);
  await run(now);
  expect(await world.open.db.select().from(unitScores)).toEqual(rows);
  expect(rows).toHaveLength(1);
  expect(await world.open.db.select().from(scores)).toHaveLength(2);
});
