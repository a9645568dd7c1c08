import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestLines, digests, outbox } from '../../db/schema.ts';
import { saveScore } from '../../db/scores.ts';
import { saveThemes } from '../../db/themes.ts';
import type { GroupState } from '../../src/analysis/group-analysis.ts';
import { sendDigests } from '../../workers/jobs/send-digests.ts';
import { analysed } from '../support/digest-inputs.ts';
import { GROUP, LEADER, openWorld, type TestWorld } from '../support/world.ts';

const MONDAY = '2026-11-30T09:00:00+08:00';
const WEEK = '2026-W48';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld({ now: new Date('2026-11-30T07:00:00+08:00') });
});
afterEach(() => world.close());

const score = (state: GroupState, week = WEEK) =>
  saveScore(world.open.db, week, analysed(GROUP, '彭浦青年之家', state), world.now());
const picture = async () => new Uint8Array([1, 2, 3]);
const run = (at: string, drawDigest: () => Promise<Uint8Array> = picture) => {
  const { open, house } = world;
  const now = new Date(at);
  const ctx = { db: open.db, now, clock: { now: () => now }, log: house.log, config: house.config };
  return sendDigests.run({ ...ctx, scrub: async () => undefined, drawDigest });
};
const told = async () =>
  (await world.open.db.select().from(outbox))
    .filter(row => row.placeId === LEADER && row.key.startsWith('digest'))
    .sort((a, b) => (a.key < b.key ? 1 : -1));

describe('the digest job', () => {
  it('tells text and picture once, however many run at one moment', async () => {
    await score('cold');
    await Promise.all([run(MONDAY), run(MONDAY)]);
    await run('2026-11-30T09:15:00+08:00');
    expect((await told()).map(row => row.kind)).toEqual(['text', 'image']);
    expect(await world.open.db.select().from(digests)).toHaveLength(1);
    expect(await world.open.db.select().from(digestLines)).toMatchObject([
      { number: 1, groupId: GROUP, detector: 'cadre-silent' },
    ]);
  });

  it('keeps nothing of a digest whose picture failed, and tells it by the next run', async () => {
    await score('cold');
    await expect(run(MONDAY, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await told()).toEqual([]);
    expect(await world.open.db.select().from(digests)).toEqual([]);
    await run('2026-11-30T09:15:00+08:00');
    expect(await told()).toHaveLength(2);
  });

  it('says that it is late once Monday morning is over', async () => {
    await score('cold');
    await run('2026-11-30T14:00:00+08:00');
    expect((await told())[0]?.text).toContain('第48周（发晚了）');
  });

  it('waits for the next working day when Monday is a holiday, and is not late then', async () => {
    await score('cold', '2026-W40');
    for (const day of ['05', '06', '07']) await run(`2026-10-${day}T10:00:00+08:00`);
    expect(await told()).toEqual([]);
    await run('2026-10-08T09:00:00+08:00');
    expect((await told())[0]?.text).toContain('第40周：');
  });

  it('carries the theme of the week, and no picture in a calm one', async () => {
    await score('healthy');
    const theme = { topic: '加装电梯', line: 'housing', persons: 6, needs: 7, personsBefore: null };
    const found = [{ ...theme, quote: null, quoteOfId: null }];
    await saveThemes(world.open.db, { unitId: 'u-street', week: WEEK }, found, world.now());
    await run(MONDAY);
    expect((await told()).map(row => row.text)).toEqual([
      '彭浦街道周报 第48周：上周没有要您操心的事。问得最多：加装电梯，6人。',
    ]);
  });
});
