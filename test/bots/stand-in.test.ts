import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servingCadresOf } from '../../db/people.ts';
import { people } from '../../db/schema.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { endStandIns } from '../../workers/jobs/end-stand-ins.ts';
import { CADRE, GROUP, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

const SUN = 'p-sun';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
  await world.say(MEMBER, '帮我记一下电梯里的按钮失灵了', { mention: true });
});
afterEach(() => world.close());

const ticket = (number: number) => ticketByNumber(world.open.db, number);
const sweep = () => endStandIns.run({ db: world.open.db, now: world.now() } as never);

describe('代班', () => {
  it('hands over the desk in one message, and the group is served by the stand-in', async () => {
    await world.say(CADRE, '接 2', { group: null });
    const before = world.saidTo(SUN).length;
    const said = await world.say(CADRE, '代班 @孙强 到周五', { group: null });
    expect(said).toContain('好，孙强替您代班到周五17:00，2件转过去了。回来了说"我回来了"。');
    const told = world.saidTo(SUN).slice(before);
    expect(told).toEqual([
      expect.stringMatching(/王芳请您代班到周五17:00.*在办2件：第1件 .*第2件 .*回"接 1"/),
    ]);
    expect(await ticket(1)).toMatchObject({ assigneeId: SUN, state: 'open' });
    const log = await eventsOf(world.open.db, (await ticket(1)) ?? { groupId: '', id: '' });
    expect(log.at(-1)).toMatchObject({ act: 'assign', byId: null, data: { toId: SUN } });
    expect((await servingCadresOf(world.open.db, GROUP, world.now())).map(each => each.id)).toEqual([SUN]);
  });

  it('gives new tickets to the stand-in while it lasts', async () => {
    await world.say(CADRE, '代班 孙强 3天', { group: null });
    await world.say(MEMBER, '帮我记一下门口的路灯不亮', { mention: true });
    expect(await ticket(3)).toMatchObject({ assigneeId: SUN });
    expect(world.saidTo(SUN).at(-1)).toContain('第3件');
  });

  it('ends with 我回来了: what was not taken on comes back, what was stays', async () => {
    await world.say(CADRE, '代班 孙强', { group: null });
    await world.say(SUN, '接 2', { group: null });
    await world.say(MEMBER, '帮我记一下门口的路灯不亮', { mention: true });
    const said = await world.say(CADRE, '我回来了', { group: null });
    expect(said.join()).toMatch(/代班结束了。回到您手上2件：第1件 .*第3件 .*孙强接了的1件接着办完/);
    expect(world.saidTo(SUN).at(-1)).toMatch(/王芳回来了，代班到此.*您接了的请接着办完：第2件/);
    expect([await ticket(1), await ticket(2), await ticket(3)]).toMatchObject([
      { assigneeId: CADRE },
      { assigneeId: SUN, state: 'accepted' },
      { assigneeId: CADRE },
    ]);
    expect(await world.say(CADRE, '代班结束', { group: null })).toEqual([
      expect.stringContaining('您没有请人代班'),
    ]);
  });

  it('ends at its time by itself, once, late too, and says so in working hours', async () => {
    await world.say(CADRE, '代班 孙强 1天', { group: null });
    await world.jumpTo('2026-11-24T18:30:00+08:00');
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE });
    const told = () => world.saidTo(CADRE).filter(text => text.includes('代班结束了'));
    expect(told()).toEqual([]);
    await world.jumpTo('2026-11-25T09:30:00+08:00');
    expect(told()).toEqual([expect.stringContaining('回到您手上2件')]);
    expect(await sweep()).toEqual({ ended: 0 });
    expect(
      (await eventsOf(world.open.db, (await ticket(1)) ?? { groupId: '', id: '' })).filter(
        e => e.act === 'assign',
      ),
    ).toHaveLength(2);
  });

  it('asked for anew replaces the one before', async () => {
    const { db } = world.open;
    await db.insert(people).values({
      id: 'p-zhou',
      name: '周洁',
      role: 'cadre-full-time',
      isContact: true,
      bindCode: null,
      optedOutAt: null,
    });
    await world.say(CADRE, '代班 孙强', { group: null });
    await world.jumpTo('2026-11-24T10:30:00+08:00');
    await world.say(CADRE, '代班 周洁 到12月1日', { group: null });
    expect(await ticket(1)).toMatchObject({ assigneeId: 'p-zhou' });
    expect((await servingCadresOf(db, GROUP, world.now())).map(each => each.id)).toEqual(['p-zhou']);
  });
});

describe('代班 that cannot be', () => {
  it.each([
    ['代班', '请谁代班？'],
    ['代班 李阿姨 到周五', '请谁代班？'],
    ['代班 王芳', '要请别人'],
    ['代班 孙强 到11-20', '已经过了'],
    ['代班 孙强 到天荒地老', '代到哪天？'],
  ])('%s', async (words, answer) => {
    expect(await world.say(CADRE, words, { group: null })).toEqual([expect.stringContaining(answer)]);
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE });
  });

  it('to somebody who is away, or by somebody who stands in, or to nobody’s friend', async () => {
    await world.say(CADRE, '代班 孙强', { group: null });
    expect(await world.say(SUN, '代班 王芳', { group: null })).toEqual([
      expect.stringContaining('自己也请人代班了'),
    ]);
    await world.say(CADRE, '我回来了', { group: null });
    await world.open.db.update(people).set({ isContact: false });
    expect(await world.say(CADRE, '代班 @孙强', { group: null })).toEqual([
      expect.stringContaining('还没加我好友'),
    ]);
  });

  it('by a member is talk', async () => {
    expect(await world.say(MEMBER, '代班 孙强')).toEqual([]);
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE });
  });
});
