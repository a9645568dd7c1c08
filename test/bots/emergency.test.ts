import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpeaking } from '../../bots/speak.ts';
import { isSaidSince } from '../../db/emergencies.ts';
import { claimRow } from '../../db/outbox.ts';
import { setContact } from '../../db/people.ts';
import { decisions, groupCadres, messages, outbox, unitLeaders } from '../../db/schema.ts';
import { alertOf, keys } from '../../src/keys.ts';
import { aboutPrivate, toMember } from '../../src/texts.ts';
import { tellDelivered } from '../../workers/jobs/tell-delivered.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

const TOLD = toMember.emergencyTold();
const NEUTRAL = aboutPrivate.ways({ hotline: null, href: null });
const FIRE = '三号楼着火了，好大的烟';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Minutes later, with every job and every send on its time. */
const later = (minutes: number) => world.passTo(new Date(world.now().getTime() + minutes * 60_000));
const saidInGroup = (text: string) => world.saidTo(GROUP).filter(said => said === text).length;
const alertRows = async () =>
  (await world.open.db.select().from(outbox)).filter(row => row.key.startsWith(keys.emergencyAlerts));

/** The alerts were put, and what became of sending them is not known yet. */
async function alertInDoubt(): Promise<void> {
  const { db } = world.open;
  world.chat.say({ from: MEMBER, groupId: GROUP, text: FIRE });
  for (let tries = 0; tries < 100 && !(await alertRows()).length; tries++)
    await new Promise(resolve => setTimeout(resolve, 10));
  for (const row of await alertRows()) await claimRow(db, row, world.now());
  await openSpeaking(world.bots.bot);
}

describe('danger in the open', () => {
  it('is answered in the group with the numbers at once, and names nobody', async () => {
    expect(await world.say(MEMBER, FIRE)).toContainEqual(expect.stringContaining('119'));
    const [row] = await world.open.db.select().from(outbox).where(eq(outbox.placeId, GROUP));
    expect(row?.mentions).toEqual([]);
  });

  it.each([
    ['楼道里好大的煤气味', '关阀开窗'],
    ['我爷爷走丢了，穿蓝色棉袄', '110'],
    ['有人晕倒在门口了', '120'],
    ['有人在楼顶要跳楼', '110'],
  ])('%s is answered with what helps', async (text, number) => {
    expect((await world.say(STRANGER, text)).join()).toContain(number);
  });

  it('reaches the cadre at night, when nothing else is said', async () => {
    await world.jumpTo('2026-11-24T23:30:00+08:00');
    await world.say(MEMBER, FIRE);
    expect(world.saidTo(CADRE)).toEqual([expect.stringMatching(/李阿姨.*可能着火/)]);
    expect(world.saidTo(GROUP)).toHaveLength(1);
  });

  it('goes to the leader when no cadre of the group can be reached, and to nobody who is none', async () => {
    await setContact(world.open.db, CADRE, false);
    await world.say(MEMBER, FIRE);
    expect(world.saidTo(CADRE)).toEqual([]);
    expect(world.saidTo(LEADER)).toEqual([expect.stringContaining('可能着火')]);
  });

  it('said to the bot alone reaches the cadre of the person’s group too', async () => {
    expect((await world.say(MEMBER, '我家着火了', { group: null })).join()).toContain('119');
    expect(world.saidTo(CADRE)).toHaveLength(1);
    await later(2);
    expect(world.saidTo(MEMBER)).toContain(TOLD);
    expect(world.saidTo(GROUP)).toEqual([]);
  });
});

describe('"told"', () => {
  it('is said in the group once, after the alert was delivered', async () => {
    expect(await world.say(MEMBER, FIRE)).not.toContain(TOLD);
    await later(2);
    expect(saidInGroup(TOLD)).toBe(1);
    await later(40);
    expect(saidInGroup(TOLD)).toBe(1);
  });

  it('is said at night too', async () => {
    await world.jumpTo('2026-11-25T02:00:00+08:00');
    await world.say(MEMBER, FIRE);
    await later(2);
    expect(saidInGroup(TOLD)).toBe(1);
  });

  it('is never said when the alert failed', async () => {
    const { db } = world.open;
    // The database takes the stranger for a friend; the chat knows better.
    await db.update(groupCadres).set({ personId: STRANGER });
    await setContact(db, STRANGER, true);
    await world.say(MEMBER, FIRE);
    expect((await alertRows()).map(row => row.state)).toEqual(['failed']);
    await later(30);
    expect(saidInGroup(TOLD)).toBe(0);
  });

  it('is never said while nobody knows whether the alert was sent', async () => {
    await alertInDoubt();
    await later(30);
    expect((await alertRows()).map(row => row.state)).toEqual(['unknown']);
    expect(saidInGroup(TOLD)).toBe(0);
  });

  it('is never said when nobody could be told', async () => {
    const { db } = world.open;
    await db.delete(groupCadres);
    await db.delete(unitLeaders);
    await world.say(MEMBER, FIRE);
    await later(30);
    expect(world.saidTo(GROUP)).toEqual([expect.stringContaining('119')]);
  });

  it('run twice at one moment has one effect', async () => {
    await world.say(MEMBER, FIRE);
    const { open, house } = world;
    const ctx = {
      db: open.db,
      now: world.now(),
      clock: house.clock,
      log: house.log,
      config: house.config,
      scrub: async () => undefined,
      drawDigest: async () => new Uint8Array(),
    };
    expect(await tellDelivered.run(ctx)).toEqual({ heard: 1 });
    expect(await tellDelivered.run(ctx)).toEqual({ heard: 0 });
  });

  it('is not said of a message that was recalled meanwhile', async () => {
    await world.say(MEMBER, FIRE);
    await world.open.db.update(messages).set({ recalledAt: world.now() });
    await later(5);
    expect(saidInGroup(TOLD)).toBe(0);
  });
});

describe('many messages of one danger', () => {
  it('get the numbers once in ten minutes, and each person alerts a cadre once; every need is recorded', async () => {
    await world.say(MEMBER, FIRE);
    await world.say(MEMBER, '三号楼还在烧，火越来越大');
    await world.say(STRANGER, '真的着火了，五楼窗户冒黑烟');
    expect(world.saidTo(GROUP).filter(said => said.includes('119'))).toHaveLength(1);
    expect(world.saidTo(CADRE)).toHaveLength(2);
    const rows = await world.open.db.select().from(decisions);
    expect(rows.filter(row => row.action === 'emergency')).toHaveLength(3);
    await later(30);
    expect(saidInGroup(TOLD)).toBe(1);
    await world.say(MEMBER, '又着火了，快来人');
    expect(world.saidTo(GROUP).filter(said => said.includes('119'))).toHaveLength(2);
  });

  it('delivered twice alerts once', async () => {
    const id = world.chat.say({ from: MEMBER, groupId: GROUP, text: FIRE });
    await world.say(STRANGER, '收到');
    world.chat.redeliver(id);
    await world.say(STRANGER, '好的');
    expect(world.saidTo(CADRE)).toHaveLength(1);
    expect(world.saidTo(GROUP)).toHaveLength(1);
  });

  it('of another danger get their own numbers', async () => {
    await world.say(MEMBER, FIRE);
    await world.say(MEMBER, '有人晕倒了，快叫救护车');
    expect(world.saidTo(GROUP)).toHaveLength(2);
  });
});

describe.each([
  ['violence', '老公喝醉了又打我，我不敢回家'],
  ['self-harm', '我不想活了'],
])('%s', (_kind, text) => {
  it('gets one neutral line in the group that names nobody, and nothing more', async () => {
    await world.say(MEMBER, text);
    await later(30);
    expect(world.saidTo(GROUP)).toEqual([NEUTRAL]);
    expect(NEUTRAL).not.toMatch(/110|12338|12356|打人|暴|死/);
    const rows = await world.open.db.select().from(outbox).where(eq(outbox.placeId, GROUP));
    expect(rows.flatMap(row => row.mentions)).toEqual([]);
  });

  it('gets the three numbers in private, and "told" there after delivery', async () => {
    await world.say(MEMBER, text);
    const [words] = world.saidTo(MEMBER);
    for (const number of ['110', '12338', '12356']) expect(words).toContain(number);
    expect(world.saidTo(MEMBER)).not.toContain(TOLD);
    await later(2);
    expect(world.saidTo(MEMBER).at(-1)).toBe(TOLD);
  });

  it('alerts the cadre without the words', async () => {
    await world.say(MEMBER, text);
    expect(world.saidTo(CADRE)).toEqual([expect.stringMatching(/李阿姨.*单独联系/)]);
    expect(world.saidTo(CADRE).join()).not.toMatch(/打|死|暴/);
  });

  it('of somebody who is no friend of the bot’s says how to reach it or the hotline, and nothing in private', async () => {
    expect(await world.say(STRANGER, text)).toContainEqual(expect.stringMatching(/加我好友.*12345/));
    await later(5);
    expect(world.saidTo(STRANGER)).toEqual([]);
    expect(world.saidTo(GROUP)).toEqual([NEUTRAL]);
  });

  it('said again and again is answered once', async () => {
    for (const more of ['', '真的', '谁来帮帮我']) await world.say(MEMBER, `${text}${more}`);
    expect(world.saidTo(GROUP)).toEqual([NEUTRAL]);
    expect(world.saidTo(MEMBER)).toHaveLength(1);
    expect(world.saidTo(CADRE)).toHaveLength(1);
  });

  it('said to the bot alone is answered there, and told to nobody before the person asks for it', async () => {
    expect((await world.say(MEMBER, text, { group: null })).join()).toMatch(/110.*12338.*12356/);
    expect(world.saidTo(CADRE)).toEqual([]);
    const said = await world.say(MEMBER, '记录', { group: null });
    expect(said.join()).toContain('第1件');
    expect(world.saidTo(GROUP)).toEqual([]);
  });
});

describe('the keys', () => {
  it('of an alert tell what it is about, whatever the ids look like', () => {
    expect(alertOf(keys.emergencyAlert('fire', 'a/b', 'm-1'))).toEqual({ kind: 'fire', messageId: 'm-1' });
    expect(alertOf(keys.notice('g'))).toBeNull();
  });

  it('of what failed count as not said', async () => {
    await world.say(MEMBER, FIRE);
    const since = new Date(world.now().getTime() - 60_000);
    expect(await isSaidSince(world.open.db, GROUP, keys.emergency('fire', ''), since)).toBe(true);
    await world.open.db.update(outbox).set({ state: 'failed' });
    expect(await isSaidSince(world.open.db, GROUP, keys.emergency('fire', ''), since)).toBe(false);
  });
});
