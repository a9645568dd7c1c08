import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setContact } from '../../db/people.ts';
import { groupCadres } from '../../db/schema.ts';
import { openTicketsOfCadre, ticketByNumber } from '../../db/tickets.ts';
import { solve, soon } from '../support/rated-matters.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, type TestWorld, TUESDAY } from '../support/world.ts';

const OTHER = 'p-sun';
let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = { group: null };

describe('a bad rating', () => {
  it('opens a call-back for the leader, with the member’s words, due in fifteen working days', async () => {
    await solve(world, '楼道灯坏了没人修', '换好了');
    const said = await world.say(MEMBER, '不满意 换的灯第二天又坏了', alone);
    expect(said.join()).toContain('15个工作日内，单位会另请人回访您，不是原来承办的同志');
    expect(world.saidTo(LEADER).at(-1)).toMatch(
      /请回访李阿姨：第1件（.*楼道灯.*）评了不满意，说"换的灯第二天又坏了"。限12月15日.*由王芳承办，请另请人，也不要告诉本人.*办结 2/,
    );
    expect(await ticketByNumber(world.open.db, 2)).toMatchObject({
      kind: 'call-back',
      about: 'ticket/1',
      requesterId: MEMBER,
      placeId: MEMBER,
      assigneeId: LEADER,
      limitClass: 'complex',
    });
  });

  it('opens one call-back, and a good or middling one none', async () => {
    await solve(world, '楼道灯坏了没人修', '换好了');
    await world.say(MEMBER, '不满意', alone);
    await soon(world);
    await world.say(MEMBER, '不满意 1', alone);
    expect(await ticketByNumber(world.open.db, 3)).toBeNull();
    await solve(world, '垃圾三天没有清运', '清走了');
    await world.say(MEMBER, '基本满意 3', alone);
    expect((await ticketByNumber(world.open.db, 3))?.stars).toBe(3);
    expect(await ticketByNumber(world.open.db, 4)).toBeNull();
  });

  it('that no leader can be told of goes to another cadre of the unit, never to the rated one', async () => {
    await setContact(world.open.db, LEADER, false);
    await world.open.db.insert(groupCadres).values({ groupId: GROUP, personId: OTHER, since: TUESDAY });
    await solve(world, '楼道灯坏了没人修', '换好了');
    await world.say(MEMBER, '不满意', alone);
    expect((await ticketByNumber(world.open.db, 2))?.assigneeId).toBe(OTHER);
    expect(world.saidTo(OTHER).at(-1)).toContain('请回访李阿姨');
  });

  it('that nobody can be told of promises nothing, and is recorded for whoever comes', async () => {
    await setContact(world.open.db, LEADER, false);
    await solve(world, '楼道灯坏了没人修', '换好了');
    const said = await world.say(MEMBER, '不满意', alone);
    expect(said.join()).not.toContain('回访');
    expect(await ticketByNumber(world.open.db, 2)).toMatchObject({ kind: 'call-back', assigneeId: null });
    expect(world.logged()).toContain('nobody can call back');
  });
});

describe('a call-back', () => {
  beforeEach(async () => {
    await solve(world, '楼道灯坏了没人修', '换好了');
    await world.say(MEMBER, '不满意 又坏了', alone);
  });

  it('is kept from the rated cadre: neither seen, nor taken, nor handed to them, nor told', async () => {
    const before = world.saidTo(CADRE).length;
    await world.passTo('2026-11-24T10:30:00+08:00');
    expect(world.saidTo(CADRE)).toHaveLength(before);
    for (const words of ['进度 2', '接 2', '办结 2 问过了', '等 2 电话'])
      expect((await world.say(CADRE, words, alone)).join(), words).toMatch(/不方便说|要由负责的同志来办/);
    expect((await world.say(CADRE, '我的工单', alone)).join()).not.toContain('第2件');
    expect((await world.say(LEADER, '转 2 @王芳', alone)).join()).toContain('要避开这位同志');
    expect((await world.say(LEADER, '派 2 @王芳', alone)).join()).toContain('要避开这位同志');
    await world.say(LEADER, '批示 2 尽快上门', alone);
    expect(world.saidTo(CADRE).join()).not.toContain('尽快上门');
    expect(await openTicketsOfCadre(world.open.db, CADRE)).toEqual([]);
    expect((await ticketByNumber(world.open.db, 2))?.state).toBe('open');
  });

  it('is not answered by what the rated cadre says in the group, and nothing is proposed to them', async () => {
    const asked = world.chat.say({ from: MEMBER, groupId: GROUP, text: '大家早' });
    await world.say(CADRE, '@李阿姨 灯的事我再看看', { replyTo: asked });
    expect(world.saidTo(CADRE).join()).not.toContain('第2件算办结吗');
    expect((await ticketByNumber(world.open.db, 2))?.answeredAt).toBeNull();
  });

  it('is worked on alone, so that nothing the rated cadre closes closes it', async () => {
    await world.say(LEADER, '转 2 @孙强', alone);
    await world.say(MEMBER, '帮我记一下楼道灯又坏了', { mention: true });
    await world.open.db.insert(groupCadres).values({ groupId: GROUP, personId: OTHER, since: TUESDAY });
    expect((await world.say(OTHER, '合并 2 到 3', alone)).join()).toContain('第2件是回访，要单独办');
  });

  it('closes like any ticket: the leader tells the outcome and the member is asked in private', async () => {
    const inGroup = world.saidTo(GROUP).length;
    expect((await world.say(LEADER, '办结 2 重新装了灯座', alone)).join()).toContain('第2件办结');
    expect(world.saidTo(MEMBER).at(-1)).toContain('第2件：重新装了灯座。解决了吗');
    await world.say(MEMBER, '解决了', alone);
    expect((await ticketByNumber(world.open.db, 2))?.state).toBe('confirmed');
    await world.say(MEMBER, '不满意 2', alone);
    expect(await ticketByNumber(world.open.db, 3)).toBeNull();
    expect(world.saidTo(GROUP)).toHaveLength(inGroup);
  });

  it('handed to another cadre stays kept from the rated one', async () => {
    await world.say(LEADER, '转 2 @孙强', alone);
    expect((await ticketByNumber(world.open.db, 2))?.assigneeId).toBe(OTHER);
    expect((await world.say(OTHER, '办结 2 上门看过，换了灯座', alone)).join()).toContain('第2件办结');
    expect(world.saidTo(CADRE).join()).not.toContain('第2件');
  });
});
