import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { routeHint } from '../../bots/desk/route-hint.ts';
import { people } from '../../db/schema.ts';
import { saveRoutes } from '../../db/service-routes.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.open.db.transaction(tx => saveRoutes(tx, 'u-street', [ROUTE]));
});
afterEach(() => world.close());

const ROUTE = {
  name: '社区法律援助站',
  kind: 'station' as const,
  line: 'rights',
  words: ['欠薪', '拖欠工资'],
  phone: '021-56650000',
  whereText: '服务中心2楼',
  whenText: '周三下午',
};

const ticket = async () => {
  const found = await ticketByNumber(world.open.db, 1);
  if (!found) throw new Error('there is no ticket');
  return found;
};
const record = (who = MEMBER) =>
  world.say(who, '帮我记一下公司拖欠工资两个月了想知道怎么办', { mention: true });
const setFriend = (id: string, isContact: boolean) =>
  world.open.db.update(people).set({ isContact }).where(eq(people.id, id));

describe('a new ticket', () => {
  it('has a hint where it could go when its words lead somewhere', async () => {
    await record();
    expect(await routeHint(world.open.db, await ticket())).toBe(
      '可移交：社区法律援助站（周三下午，服务中心2楼，021-56650000）。回"移交 1 社区法律援助站"。',
    );
  });

  it('has none when nothing fits', async () => {
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
    expect(await routeHint(world.open.db, await ticket())).toBeNull();
  });
});

describe('移交', () => {
  beforeEach(() => record());

  it('tells the member where and when to go, and the ticket waits for it', async () => {
    const said = await world.say(CADRE, '移交 1 法律援助站', { group: null });
    expect(said).toContain('好，第1件请群众找社区法律援助站，三个工作日后我问问去没去。');
    expect(world.saidTo(GROUP).at(-1)).toBe(
      '@李阿姨\u2005第1件请您找社区法律援助站：周三下午，服务中心2楼，021-56650000。去过回"去了 1"。',
    );
    expect(await ticket()).toMatchObject({ state: 'waiting', handedTo: '社区法律援助站' });
  });

  it('to a place that no table knows is told in the cadre’s own words', async () => {
    await world.say(CADRE, '移交1 王律师 周四上午带合同', { group: null });
    expect(world.saidTo(GROUP).at(-1)).toBe(
      '@李阿姨\u2005第1件请您找王律师：周四上午带合同。去过回"去了 1"。',
    );
    expect(await ticket()).toMatchObject({ handedTo: '王律师', waitingReason: '王律师：周四上午带合同' });
  });

  it('tells the members of tickets linked to it what theirs waits for', async () => {
    await record(STRANGER);
    await world.say(CADRE, '合并 2 到 1', { group: null });
    await world.say(CADRE, '移交 1 法律援助站', { group: null });
    expect(world.saidTo(GROUP).at(-1)).toContain('第2件在等：社区法律援助站。');
  });

  it('without a place asks for one', async () => {
    expect((await world.say(CADRE, '移交 1', { group: null }))[0]).toContain('移交到哪里');
    expect((await ticket()).state).toBe('open');
  });

  it('by a member or a leader is refused', async () => {
    for (const who of [MEMBER, LEADER])
      expect((await world.say(who, '移交 1 法律援助站', { group: null }))[0], who).toContain(
        '要由负责的同志来办',
      );
    expect((await ticket()).state).toBe('open');
  });
});

describe('three working days later', () => {
  beforeEach(async () => {
    await record();
    await world.say(CADRE, '移交 1 法律援助站', { group: null });
  });

  it('a friend is asked in private, once, and not before', async () => {
    await world.jumpTo('2026-11-27T09:55:00+08:00');
    expect(world.saidTo(MEMBER).join()).not.toContain('去了吗');
    for (const day of ['11-27T10:10', '11-27T10:20', '11-30T10:00', '12-02T11:00'])
      await world.jumpTo(`2026-${day}:00+08:00`);
    expect(world.saidTo(MEMBER).filter(text => text.includes('去了吗'))).toEqual([
      '第1件上次请您找社区法律援助站，去了吗？回"去了 1"或"没去 1"。',
    ]);
    expect(world.saidTo(GROUP).join()).not.toContain('去了吗');
  });

  it('nobody is asked at night or on a free day', async () => {
    await world.jumpTo('2026-11-28T10:00:00+08:00');
    await world.jumpTo('2026-11-29T22:00:00+08:00');
    expect(world.saidTo(MEMBER).join()).not.toContain('去了吗');
    await world.jumpTo('2026-11-30T09:01:00+08:00');
    expect(world.saidTo(MEMBER).join()).toContain('去了吗');
  });

  it('who is no friend is asked where they spoke', async () => {
    await setFriend(MEMBER, false);
    await world.jumpTo('2026-11-27T10:10:00+08:00');
    expect(world.saidTo(GROUP).at(-1)).toContain('去了吗');
  });

  it('who left the group and is no friend is not asked', async () => {
    await setFriend(MEMBER, false);
    world.chat.leave(GROUP, MEMBER);
    await world.say(STRANGER, '早');
    await world.jumpTo('2026-11-27T10:10:00+08:00');
    expect(world.saidTo(GROUP).join()).not.toContain('去了吗');
  });

  it('one bare word answers the question: 去了 goes on, and the cadre is asked for 办结', async () => {
    await world.jumpTo('2026-11-27T10:10:00+08:00');
    expect((await world.say(MEMBER, '去了', { group: null }))[0]).toContain('记下您去过了');
    expect(world.saidTo(CADRE).at(-1)).toMatch(/群众说去过社区法律援助站了。办好了回"办结 1"/);
    const found = await ticket();
    expect(found).toMatchObject({ state: 'open', handedTo: null });
    expect(found.answeredAt).not.toBeNull();
    const events = await eventsOf(world.open.db, found);
    expect(events.map(({ act, byId, data }) => [act, byId, data.happened])).toEqual([
      ['open', MEMBER, undefined],
      ['wait', CADRE, undefined],
      ['resume', MEMBER, true],
      ['answer', null, true],
    ]);
  });

  it('没去 gives it back to the cadre, with its clock', async () => {
    await world.jumpTo('2026-11-27T10:10:00+08:00');
    expect((await world.say(MEMBER, '没去 1', { group: null }))[0]).toContain('第1件接着办');
    expect(world.saidTo(CADRE).at(-1)).toContain('又回到您手上');
    const found = await ticket();
    expect(found).toMatchObject({ state: 'open', answeredAt: null });
    expect(found.dueAt.toISOString()).toBe('2026-11-30T02:30:00.000Z');
  });
});

describe('去了 as a word of talk', () => {
  beforeEach(() => record());

  it('is left alone in the group, with a number too, unless that matter waits for just that', async () => {
    for (const text of ['去了', '去了 1', '没去 3', '去了 12 次'])
      expect(await world.say(MEMBER, text), text).toEqual([]);
    await world.say(CADRE, '移交 1 法律援助站', { group: null });
    // The same words within ten seconds would be the same message delivered twice.
    await world.jumpTo('2026-11-24T10:01:00+08:00');
    expect(await world.say(STRANGER, '去了 1')).toEqual([]);
    expect(await world.say(MEMBER, '去了')).toEqual([]);
    expect((await world.say(MEMBER, '去了 1'))[0]).toContain('记下您去过了');
  });

  it('said to the bot of a matter that waits for nothing of the kind gets one calm sentence', async () => {
    expect((await world.say(MEMBER, '去了 1', { mention: true }))[0]).toContain('现在没有请您去别处');
    expect((await world.say(STRANGER, '去了 1', { mention: true }))[0]).toContain('不是您的事');
  });
});
