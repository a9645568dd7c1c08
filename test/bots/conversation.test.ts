import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketByNumber } from '../../db/tickets.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const REQUEST = '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下';

describe('a request', () => {
  it('said to the bot is offered to be recorded, and one word opens its ticket', async () => {
    const [offer] = await world.say(MEMBER, REQUEST, { mention: true });
    expect(offer).toContain('回"记录"就行');
    const said = await world.say(MEMBER, '记录');
    expect(said.find(text => text.includes('记下了，第1件'))).toContain('楼道灯坏了');
    expect(world.saidTo(CADRE).at(-1)).toMatch(/第1件 .*楼道灯.*李阿姨.*回"接 1"/);
  });

  it('said into the group waits ten minutes for a person before the bot asks', async () => {
    expect(await world.say(MEMBER, REQUEST)).toEqual([]);
    expect(await world.passTo('2026-11-24T10:09:00+08:00')).toEqual([]);
    const said = await world.passTo('2026-11-24T10:11:00+08:00');
    expect(said.map(each => each.text)).toEqual([expect.stringContaining('回"记录"就行')]);
    expect(await world.say(MEMBER, '记录')).toContainEqual(expect.stringContaining('第1件'));
  });

  it('that a cadre answers within ten minutes is not offered', async () => {
    const asked = world.chat.say({ from: MEMBER, groupId: GROUP, text: REQUEST });
    await world.say(CADRE, '我下午去看看，先别摸黑走', { replyTo: asked });
    expect(await world.passTo('2026-11-24T10:30:00+08:00')).toEqual([]);
  });

  it('with the words behind 帮我记一下 is recorded at once, without a space too', async () => {
    const said = await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
    expect(said).toContainEqual(expect.stringContaining('记下了，第1件：楼道灯坏了三天没人修'));
  });

  it('recorded twice stays one ticket', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
    const said = await world.say(MEMBER, '记录', { mention: true });
    expect(said.join()).not.toContain('第2件');
  });
});

describe('a question', () => {
  it('is answered with its source and date', async () => {
    const [answer] = await world.say(MEMBER, '青少年服务热线是多少', { mention: true });
    expect(answer).toContain('12355');
    expect(answer).toContain('（共青团中央，2024年1月）');
  });

  it('that nobody can answer is offered to be recorded when the bot was asked, and passed over when it was not', async () => {
    expect(await world.say(MEMBER, '附近哪里可以给轮椅充气', { mention: true })).toHaveLength(1);
    expect(await world.say(STRANGER, '附近哪里可以配钥匙')).toEqual([]);
  });
});

describe('talk', () => {
  it('is never interrupted', async () => {
    for (const text of [
      '大家早上好',
      '哈哈哈哈',
      '今天包的饺子真香',
      '收到',
      '解决了',
      '等 12 分钟我就到',
      '1',
    ]) {
      expect(await world.say(MEMBER, text), text).toEqual([]);
    }
  });

  it('of a member is never a command of a cadre', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
    const [refusal] = await world.say(STRANGER, '办结 1');
    expect(refusal).toContain('要由负责的同志来办');
    expect((await ticketByNumber(world.open.db, 1))?.state).toBe('open');
  });
});

describe('a ticket', () => {
  beforeEach(async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
  });

  it('is reminded of before and at its limit, in working hours only, and the leader hears of it once', async () => {
    const said = await world.passTo('2026-11-26T18:00:00+08:00');
    const reminders = said.filter(each => each.to === CADRE && each.text.startsWith('今天有'));
    expect(reminders.length).toBeGreaterThanOrEqual(2);
    for (const each of said) expect(each.at.getUTCHours() + 8).toBeGreaterThanOrEqual(9);
    expect(said.filter(each => each.to === LEADER && each.text.includes('超时'))).toHaveLength(1);
  });

  it('goes from 接 to 办结 to 解决了 to 满意, each said where it belongs', async () => {
    expect(await world.say(CADRE, '接 1', { group: null })).toContainEqual(expect.stringContaining('归您办'));
    const closed = await world.say(CADRE, '办结 1 灯换好了', { group: null });
    expect(closed).toContainEqual(expect.stringContaining('灯换好了。解决了吗'));
    expect(await world.say(MEMBER, '解决了')).toContainEqual(expect.stringContaining('记为解决了'));
    expect(await world.say(MEMBER, '满意', { group: null })).toContainEqual(
      expect.stringContaining('评价记下了'),
    );
    expect(await ticketByNumber(world.open.db, 1)).toMatchObject({ state: 'confirmed', stars: 5 });
  });

  it('that is not solved is opened again, and the cadre hears of it', async () => {
    await world.say(CADRE, '办结 1 换了灯泡', { group: null });
    expect(await world.say(MEMBER, '没解决 1')).toContainEqual(expect.stringContaining('重新打开了'));
    expect((await ticketByNumber(world.open.db, 1))?.reopenedTimes).toBe(1);
  });

  it('tells a stranger nothing', async () => {
    const [said] = await world.say(STRANGER, '进度 1');
    expect(said).toContain('第1件不是您的事，这里不方便说');
  });

  it('that a cadre answers in the group counts by itself and proposes 办结 in private', async () => {
    const asked = world.chat.history(GROUP).find(each => each.text.includes('楼道灯'));
    await world.say(CADRE, '李阿姨，灯已经报给物业，下午来修', { replyTo: asked?.id ?? '' });
    expect(world.saidTo(CADRE).at(-1)).toContain('第1件算办结吗');
    expect((await ticketByNumber(world.open.db, 1))?.answeredAt).not.toBeNull();
  });
});

describe('wrong words', () => {
  it.each([
    ['接 99', '没有第99件'],
    ['转 1', '转给谁'],
  ])('%s get one calm sentence', async (words, answer) => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '记录');
    expect(await world.say(CADRE, words, { group: null })).toContainEqual(expect.stringContaining(answer));
  });
});
