import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setContact } from '../../db/people.ts';
import { groupCadres, links, observations, outbox } from '../../db/schema.ts';
import { beginStandIn } from '../../db/stand-ins.ts';
import { DAY_MS } from '../../src/time.ts';
import { sendMirrors } from '../../workers/jobs/send-mirrors.ts';
import {
  CADRE,
  GROUP,
  LEADER,
  MEMBER,
  openWorld,
  STRANGER,
  type TestWorld,
  TUESDAY,
} from '../support/world.ts';

const MONDAY = '2026-11-30T09:00:00+08:00';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  const from = new Date(TUESDAY.getTime() - 100 * DAY_MS);
  const to = new Date(TUESDAY.getTime() + 30 * DAY_MS);
  await world.open.db.insert(observations).values({ groupId: GROUP, fromAt: from, toAt: to });
});
afterEach(() => world.close());

const mirrorsTo = (personId: string) => world.saidTo(personId).filter(text => text.startsWith('上周（'));
const rows = async () =>
  (await world.open.db.select().from(outbox)).filter(row => row.key.startsWith('mirror/'));
const run = (at: string) => {
  const { open, house } = world;
  const now = new Date(at);
  const nothing = async () => new Uint8Array();
  const ctx = { db: open.db, now, clock: { now: () => now }, log: house.log, config: house.config };
  return sendMirrors.run({ ...ctx, scrub: async () => undefined, drawDigest: nothing });
};

/** A lamp is asked for, answered and solved; a second question stays. */
async function livedWeek(): Promise<void> {
  await world.say(MEMBER, '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下', { mention: true });
  await world.say(MEMBER, '记录');
  await world.jumpTo('2026-11-24T14:00:00+08:00');
  await world.say(CADRE, '接 1', { group: null });
  const asked = world.chat.history(GROUP).find(each => each.text.includes('楼道灯'));
  await world.say(CADRE, '李阿姨，电工下午就到三楼换灯', { replyTo: asked?.id ?? '' });
  await world.say(CADRE, '办结 1 灯换好了', { group: null });
  await world.say(MEMBER, '解决了');
  await world.jumpTo('2026-11-27T10:00:00+08:00');
  await world.say(STRANGER, '请问居住证到期了去哪里续签，要带什么材料？');
}

describe('a cadre’s mirror', () => {
  it('comes on Monday at nine, in private, with what was answered, solved, left, and really reached', async () => {
    const linked = [MEMBER, STRANGER].map(personId => ({
      cadreId: CADRE,
      personId,
      fromAt: new Date('2026-01-01T00:00:00+08:00'),
      toAt: null,
    }));
    await world.open.db.insert(links).values(linked);
    await livedWeek();
    await world.jumpTo('2026-11-30T08:45:00+08:00');
    expect(mirrorsTo(CADRE)).toEqual([]);
    await world.jumpTo(MONDAY);
    expect(mirrorsTo(CADRE)).toEqual([
      '上周（11月23日-11月29日）您回了1位邻居，1件解决1件，平均3小时接手。还有1位问过没人回（1条），回"没人回"看。联系名册2人，90天里真正说上话的1人。',
    ]);
    for (const id of [GROUP, LEADER, MEMBER, STRANGER]) expect(mirrorsTo(id)).toEqual([]);
  });

  it('comes once, however often the job runs and wherever the program stopped', async () => {
    await livedWeek();
    await Promise.all([run(MONDAY), run(MONDAY)]);
    await run('2026-11-30T09:15:00+08:00');
    expect((await rows()).filter(row => row.placeId === CADRE)).toHaveLength(1);
    await world.jumpTo('2026-11-30T09:30:00+08:00');
    await world.jumpTo('2026-11-30T10:00:00+08:00');
    expect(mirrorsTo(CADRE)).toHaveLength(1);
  });

  it.each([
    ['before nine', '2026-11-30T08:59:00+08:00'],
    ['at noon', '2026-11-30T12:30:00+08:00'],
    ['in the evening', '2026-11-30T19:00:00+08:00'],
    ['on the day after', '2026-12-01T09:30:00+08:00'],
    ['on a Sunday', '2026-11-29T10:00:00+08:00'],
  ])('does not come %s', async (_, at) => {
    expect(await run(at)).toEqual({ mirrors: 0 });
    expect(await rows()).toEqual([]);
  });

  it('goes only to friends, and not to whoever is away', async () => {
    await setContact(world.open.db, CADRE, false);
    await run(MONDAY);
    expect((await rows()).map(row => row.placeId)).not.toContain(CADRE);
    await setContact(world.open.db, CADRE, true);
    const fromAt = new Date('2026-11-27T09:00:00+08:00');
    await beginStandIn(world.open.db, { cadreId: CADRE, standInId: 'p-sun', fromAt, toAt: null });
    await run(MONDAY);
    expect((await rows()).map(row => row.placeId)).not.toContain(CADRE);
  });

  it('says nothing to a cadre without group and list', async () => {
    await world.open.db
      .delete(groupCadres)
      .where(and(eq(groupCadres.groupId, GROUP), eq(groupCadres.personId, CADRE)));
    await run(MONDAY);
    expect((await rows()).map(row => row.placeId)).not.toContain(CADRE);
  });
});
