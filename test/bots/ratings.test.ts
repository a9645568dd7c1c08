import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askPrompt } from '../../db/prompts.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { rateMatter, solve, soon } from '../support/rated-matters.ts';
import { CADRE, ENTRY, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ratingOf = async (number: number) => {
  const ticket = await ticketByNumber(world.open.db, number);
  return ticket ? (await eventsOf(world.open.db, ticket)).findLast(event => event.act === 'rate') : undefined;
};
const alone = { group: null };

describe('a rating', () => {
  it.each([
    ['满意', 5, undefined],
    ['满意 1', 5, undefined],
    ['满意 1 师傅态度好', 5, '师傅态度好'],
    ['基本满意 1', 3, undefined],
    ['评价 1 4 很快', 4, '很快'],
    ['评价 1 满意', 5, undefined],
    ['评价　１　４分，很快', 4, '很快'],
    ['评价 4', 4, undefined],
    ['第1件满意', 5, undefined],
    ['5', 5, undefined],
    ['3 慢了点', 3, '慢了点'],
    ['不满意 打13812345678没人接', 1, '打138****5678没人接'],
  ])('is read out of "%s"', async (text, stars, words) => {
    await solve(world, '楼道灯坏了没人修', '物业当天换了灯泡');
    await world.say(MEMBER, text, alone);
    expect((await ratingOf(1))?.data).toMatchObject({ stars, ...(words ? { text: words } : {}) });
    expect((await ratingOf(1))?.data.text).toBe(words);
  });

  it('is asked for in private only, and says until when it stays hidden', async () => {
    await solve(world, '楼道灯坏了没人修', '物业当天换了灯泡', { confirmInGroup: true });
    expect((await world.say(MEMBER, '满意 1', { mention: true })).join()).toContain('请私聊我说');
    expect((await ticketByNumber(world.open.db, 1))?.stars).toBeNull();
    expect((await world.say(MEMBER, '满意 1', alone)).join()).toContain('攒够5份才一起看到');
  });

  it('stands once: a second is declined kindly', async () => {
    await solve(world, '楼道灯坏了没人修', '物业当天换了灯泡');
    await world.say(MEMBER, '满意 1', alone);
    expect((await world.say(MEMBER, '不满意 1', alone)).join()).toContain('第1件您评过了');
    expect((await ticketByNumber(world.open.db, 1))?.stars).toBe(5);
  });

  it('without a number asks which, when several wait for one', async () => {
    await solve(world, '楼道灯坏了没人修', '物业当天换了灯泡');
    await solve(world, '垃圾三天没有清运', '已经请环卫当天清走');
    await world.passTo('2026-11-24T10:15:00+08:00');
    const [asked] = await world.say(MEMBER, '满意', alone);
    expect(asked).toMatch(/您评的是哪一件？.*第[12]件.*第[12]件.*请带上号/);
    await world.say(MEMBER, '2 满意', alone);
    expect((await ratingOf(2))?.data.stars).toBe(5);
    expect(await ratingOf(1)).toBeUndefined();
  });

  it('of a ticket that time closed, an open one or a foreign one is declined with a calm sentence', async () => {
    await world.say(MEMBER, '帮我记一下楼道灯坏了没人修', { mention: true });
    expect((await world.say(MEMBER, '满意 1', alone)).join()).toContain('还没办结');
    await world.say(CADRE, '办结 1 物业当天换了灯泡', alone);
    expect((await world.say('p-sun', '满意 1', alone)).join()).toContain('第1件不是您的事');
    await world.jumpTo('2026-12-04T10:00:00+08:00');
    expect((await world.say(MEMBER, '满意 1', alone)).join()).toContain('按时间结的，不再评价');
    expect((await ticketByNumber(world.open.db, 1))?.stars).toBeNull();
  });

  it('is not read out of a digit with talk behind it, nor out of one that chooses a question', async () => {
    await solve(world, '楼道灯坏了没人修', '物业当天换了灯泡', { confirmInGroup: true });
    await world.say(MEMBER, '2 个灯又坏了', alone);
    const data = { entryIds: [ENTRY.id], messageId: 'm0' };
    await askPrompt(world.open.db, { placeId: MEMBER, personId: MEMBER, kind: 'choose', data }, world.now());
    expect((await world.say(MEMBER, '1', alone)).join()).toContain('12355');
    expect(await ratingOf(1)).toBeUndefined();
  });
});

describe('我的评价', () => {
  it('shows nothing before five are together, then counts and words without name, number or time', async () => {
    await rateMatter(world, 1, '李阿姨说太慢');
    for (let nth = 0; nth < 3; nth++) await rateMatter(world, 5, '很快就来了');
    expect(await world.say(CADRE, '我的评价', alone)).toEqual(['评价攒够5份才一起给您看，现在还不到。']);
    await rateMatter(world, 3);
    await soon(world);
    const [shown = ''] = await world.say(CADRE, '我的评价', alone);
    expect(shown).toContain('前5份评价：满意3、基本满意1、不满意1。');
    expect(shown).toContain('太慢');
    expect(shown).not.toMatch(/李阿姨|第\d+件|\d+月|\d+:\d+/);
  });

  it('stays the same until five more are together, whatever is reopened meanwhile', async () => {
    for (let nth = 0; nth < 5; nth++) await rateMatter(world, 5);
    const before = await world.say(CADRE, '我的评价', alone);
    for (let nth = 0; nth < 4; nth++) await rateMatter(world, 1);
    await world.say(MEMBER, '没解决 1', alone);
    await soon(world);
    expect(await world.say(CADRE, '我的评价', alone)).toEqual(before);
    await rateMatter(world, 1);
    await soon(world);
    expect((await world.say(CADRE, '我的评价', alone)).join()).toContain(
      '前10份评价：满意5、基本满意0、不满意5',
    );
  });

  it('is of one cadre only, and nobody else sees it', async () => {
    for (let nth = 0; nth < 5; nth++) await rateMatter(world, 5);
    for (let nth = 0; nth < 5; nth++) await rateMatter(world, 1, '', 'p-sun');
    expect((await world.say(CADRE, '我的评价', alone)).join()).toContain('前5份评价：满意5');
    expect((await world.say('p-sun', '我的评价', alone)).join()).toContain('不满意5');
    expect((await world.say(LEADER, '我的评价', alone)).join()).not.toContain('满意5');
    expect((await world.say(MEMBER, '我的评价', alone)).join()).not.toContain('满意5');
  });
});
