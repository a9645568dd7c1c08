import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleHint } from '../../bots/desk/example-hint.ts';
import { examples } from '../../db/schema.ts';
import { ticketByNumber } from '../../db/tickets.ts';
import { solve, soon } from '../support/rated-matters.ts';
import { CADRE, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = { group: null };
const kept = () => world.open.db.select().from(examples);
const NEED = '三楼楼道灯坏了没人修';
const DONE = '和物业王芳一起上门，当天换了灯泡，并登记备用';

describe('a matter rated well', () => {
  it('is asked for once, in private, and kept without anybody in it when the member agrees', async () => {
    await solve(world, NEED, DONE);
    const said = await world.say(MEMBER, '满意 李阿姨谢谢', alone);
    expect(said.at(-1)).toBe(
      '办得好。能不能隐去姓名住处，让别的同志学着办，也给领导看看？回"可以"或"不用"。',
    );
    expect((await world.say(MEMBER, '可以', alone)).join()).toContain('只留办法，不留姓名和住处');
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ unitId: 'u-street', need: expect.stringContaining('楼道灯坏了') });
    expect(row?.done).toContain('当天换了灯泡');
    expect(JSON.stringify(row)).not.toMatch(/王芳|李阿姨/);
    await soon(world);
    await world.say(MEMBER, '可以', alone);
    expect(await kept()).toHaveLength(1);
  });

  it('is not kept when the member says 不用', async () => {
    await solve(world, NEED, DONE);
    await world.say(MEMBER, '5', alone);
    expect((await world.say(MEMBER, '不用', alone)).join()).toContain('不留');
    await world.say(MEMBER, '可以', alone);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['was only middling', DONE, '基本满意'],
    ['was closed without words to learn from', '好了', '满意'],
    ['was closed with words that are all names and numbers', '王芳 孙强 13812345678', '满意'],
  ])('is not asked for when it %s', async (_, done, words) => {
    await solve(world, NEED, done);
    expect((await world.say(MEMBER, words, alone)).join()).not.toContain('学着办');
  });

  it('of a private matter is never asked for', async () => {
    await solve(world, '老公打我怎么办，想找人帮忙', '联系妇联上门调解，安排了临时住处');
    expect((await world.say(MEMBER, '满意', alone)).join()).not.toContain('学着办');
    expect(await kept()).toEqual([]);
  });
});

describe('可以 and 不用', () => {
  it('are talk without the question', async () => {
    for (const words of ['可以', '不用', '行']) {
      await world.say(MEMBER, words, alone);
      expect(await world.say(MEMBER, words)).toEqual([]);
    }
    expect(world.saidTo(MEMBER).join()).not.toMatch(/不留|只留/);
    expect(await kept()).toEqual([]);
  });
});

describe('a kept example', () => {
  beforeEach(async () => {
    await solve(world, NEED, DONE);
    await world.say(MEMBER, '满意', alone);
    await world.say(MEMBER, '可以', alone);
  });

  it('is found by staff who look for its sort, and by nobody else', async () => {
    for (const who of [CADRE, LEADER])
      expect((await world.say(who, '例子 楼道的灯不亮', alone)).join()).toMatch(/楼道灯坏了.*当天换了灯泡/);
    expect((await world.say(MEMBER, '例子 楼道的灯不亮', alone)).join()).not.toContain('当天换了灯泡');
    expect((await world.say(CADRE, '例子 孩子打疫苗', alone)).join()).toContain('还没有');
    expect((await world.say(CADRE, '例子', alone)).join()).toContain('想找哪一类');
  });

  it('is a hint for the card of a similar need, and of no other', async () => {
    await world.say(MEMBER, '帮我记一下五楼楼道灯坏了', { mention: true });
    await world.say(MEMBER, '帮我记一下垃圾三天没有清运', { mention: true });
    const hintOf = async (number: number) => {
      const ticket = await ticketByNumber(world.open.db, number);
      return ticket && exampleHint(world.open.db, ticket);
    };
    expect(await hintOf(2)).toMatch(/^以前办过类似的：.*楼道灯坏了.*→.*换了灯泡/);
    expect(await hintOf(3)).toBeNull();
  });
});
