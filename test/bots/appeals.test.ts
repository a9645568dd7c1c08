import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appealsOf } from '../../db/appeals.ts';
import { verifyAudit } from '../../db/audit.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { rateMatter, soon } from '../support/rated-matters.ts';
import { CADRE, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = { group: null };
const starsOf = async (number: number) => (await ticketByNumber(world.open.db, number))?.stars;

describe('an appeal', () => {
  it('needs ratings that are shown, and a bad one among them', async () => {
    for (let nth = 0; nth < 4; nth++) await rateMatter(world, 1);
    expect((await world.say(CADRE, '申诉 不是我办的', alone)).join()).toContain('现在还不到');
    expect(await appealsOf(world.open.db, CADRE)).toEqual([]);
  });

  it('that has nothing bad to be about is declined kindly', async () => {
    for (let nth = 0; nth < 5; nth++) await rateMatter(world, 5);
    expect((await world.say(CADRE, '申诉 不公道', alone)).join()).toContain('没有不满意的，不用申诉');
  });

  it('of a member is talk, not a refused word', async () => {
    const said = await world.say(MEMBER, '申诉 我家低保被停了', alone);
    expect(said.join()).not.toContain('要由负责的同志来办');
    expect(await appealsOf(world.open.db, MEMBER)).toEqual([]);
  });
});

describe('an appeal against shown ratings', () => {
  let bad: number;
  beforeEach(async () => {
    bad = await rateMatter(world, 1, '态度差');
    for (let nth = 0; nth < 4; nth++) await rateMatter(world, 5);
  });

  it('goes to the leader in private, one at a time', async () => {
    expect(await world.say(CADRE, '申诉', alone)).toEqual([expect.stringContaining('回"申诉 理由"')]);
    expect((await world.say(CADRE, '申诉 那天我在开会，打13812345678问物业', alone)).join()).toContain(
      '申诉1记下了，已转给单位领导',
    );
    const told = world.saidTo(LEADER).at(-1) ?? '';
    expect(told).toMatch(/申诉1：王芳觉得不公道。前5份评价里不满意1份。.*138\*\*\*\*5678/);
    expect(told).not.toMatch(/李阿姨|第\d+件/);
    expect((await world.say(CADRE, '申诉 再说一次', alone)).join()).toContain('还在等领导定');
    expect(await appealsOf(world.open.db, CADRE)).toHaveLength(1);
  });

  it('upheld sets the bad ratings aside, audited, and the cadre is told', async () => {
    await world.say(CADRE, '申诉 不是我办的', alone);
    // One that came later is not what the appeal was about.
    await soon(world);
    const later = await rateMatter(world, 1);
    expect((await world.say(LEADER, '成立 1', alone)).join()).toContain('1份不满意不再计入，已告诉本人');
    expect(world.saidTo(CADRE).at(-1)).toContain('您的申诉1成立');
    expect(await starsOf(bad)).toBeNull();
    expect(await starsOf(later)).toBe(1);
    const ticket = await ticketByNumber(world.open.db, bad);
    const log = ticket ? await eventsOf(world.open.db, ticket) : [];
    expect(log.at(-1)).toMatchObject({ act: 'set-aside', byId: null });
    expect((await world.say(CADRE, '我的评价', alone)).join()).toContain(
      '前5份评价：满意4、基本满意0、不满意0，申诉后不算1',
    );
    expect(await verifyAudit(world.open.db)).toMatchObject({ rows: 1, brokenAt: null });
    // What was set aside stays the member's one word on the matter.
    expect((await world.say(MEMBER, `不满意 ${bad}`, alone)).join()).toContain('您评过了');
  });

  it('that is not upheld leaves the ratings as they are, and the cadre is told', async () => {
    await world.say(CADRE, '申诉 不是我办的', alone);
    expect((await world.say(LEADER, '不成立 1', alone)).join()).toContain('评价照算');
    expect(world.saidTo(CADRE).at(-1)).toContain('定为不成立');
    expect(await starsOf(bad)).toBe(1);
    await soon(world);
    expect((await world.say(LEADER, '成立 1', alone)).join()).toContain('已经定过了');
    expect((await world.say(CADRE, '申诉 又一次', alone)).join()).toContain('申诉2');
  });

  it('is decided by a leader only, and only by its number', async () => {
    await world.say(CADRE, '申诉 不是我办的', alone);
    for (const who of [CADRE, MEMBER, 'p-sun']) await world.say(who, '成立 1', alone);
    expect((await world.say(LEADER, '成立', alone)).join()).not.toContain('不再计入');
    expect((await world.say(LEADER, '成立 9', alone)).join()).toContain('没有申诉9');
    expect((await appealsOf(world.open.db, CADRE))[0]?.isUpheld).toBeNull();
    expect(await starsOf(bad)).toBe(1);
  });
});
