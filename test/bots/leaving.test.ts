import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupCadres } from '../../db/schema.ts';
import { ticketByNumber } from '../../db/tickets.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

const SUN = 'p-sun';
const REQUEST = '帮我记一下楼道灯坏了三天没人修';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ticket = (number: number) => ticketByNumber(world.open.db, number);
const settle = () => world.passTo(world.now());

async function leave(personId: string): Promise<string[]> {
  world.chat.leave(GROUP, personId);
  return (await settle()).map(each => each.text);
}

describe('a cadre who leaves the group', () => {
  it('leaves the desk to the next who serves it, in one message', async () => {
    await world.open.db.insert(groupCadres).values({ groupId: GROUP, personId: SUN, since: world.now() });
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '帮我记一下电梯里的按钮失灵了', { mention: true });
    await world.say(CADRE, '接 1', { group: null });
    const said = await leave(CADRE);
    expect(said).toEqual([expect.stringMatching(/彭浦青年之家有2件换您来办：第1件 .*第2件 .*回"接 1"/)]);
    expect([await ticket(1), await ticket(2)]).toMatchObject([
      { assigneeId: SUN, state: 'open', firstReceiverId: CADRE },
      { assigneeId: SUN, state: 'open' },
    ]);
    // What is said now goes to the one who is there.
    await world.say(STRANGER, '帮我记一下门口的路灯不亮', { mention: true });
    expect(await ticket(3)).toMatchObject({ assigneeId: SUN });
  });

  it('the last one is told to the leader once, and the tickets stay', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    expect(await leave(CADRE)).toEqual(['彭浦青年之家没有在岗的干部了，有1件在办。请定一位干部进群。']);
    world.chat.join(GROUP, CADRE);
    await settle();
    expect(await leave(CADRE)).toEqual([]);
    expect(world.saidTo(LEADER)).toHaveLength(1);
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE, state: 'open' });
  });

  it('at night is told in working hours', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.jumpTo('2026-11-24T19:00:00+08:00');
    expect(await leave(CADRE)).toEqual([]);
    await world.jumpTo('2026-11-25T09:01:00+08:00');
    expect(world.saidTo(LEADER).join()).toContain('没有在岗的干部了');
  });

  it('without serving it changes nothing', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    expect(await leave(SUN)).toEqual([]);
    expect(await ticket(1)).toMatchObject({ assigneeId: CADRE });
  });
});

describe('a member who leaves the group', () => {
  it('hears news in private as a friend, and in the group again when they are back', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    expect(await leave(MEMBER)).toEqual(['李阿姨退群了，第1件还要办；办完我私下告诉一声。']);
    const before = world.saidTo(GROUP).length;
    await world.say(CADRE, '接 1', { group: null });
    expect(world.saidTo(MEMBER).at(-1)).toContain('第1件有人接了');
    expect(world.saidTo(GROUP)).toHaveLength(before);
    world.chat.join(GROUP, MEMBER);
    await settle();
    await world.say(CADRE, '办结 1 灯换好了', { group: null });
    expect(world.saidTo(GROUP).at(-1)).toContain('灯换好了。解决了吗');
    expect(await world.say(MEMBER, '解决了')).toContainEqual(expect.stringContaining('记为解决了'));
  });

  it('answers the closing question in private once gone', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    await leave(MEMBER);
    await world.say(CADRE, '办结 1 灯换好了', { group: null });
    expect(world.saidTo(MEMBER).at(-1)).toContain('灯换好了。解决了吗');
    await world.say(MEMBER, '解决了', { group: null });
    expect(await ticket(1)).toMatchObject({ state: 'confirmed' });
  });

  it('and is no friend is never mentioned again; whoever works on it knows', async () => {
    await world.say(STRANGER, REQUEST, { mention: true });
    expect(await leave(STRANGER)).toEqual(['陈师傅退群了，第1件还要办；联系得上，请办完告诉一声。']);
    const before = world.saidTo(GROUP).length;
    await world.say(CADRE, '接 1', { group: null });
    await world.say(CADRE, '办结 1 灯换好了', { group: null });
    expect(world.saidTo(GROUP)).toHaveLength(before);
    expect(await ticket(1)).toMatchObject({ state: 'closed' });
  });

  it('who speaks again without the chat telling of it is in the group again', async () => {
    await world.say(STRANGER, REQUEST, { mention: true });
    await leave(STRANGER);
    world.chat.wire.group(GROUP)?.members.set(STRANGER, null);
    await world.say(STRANGER, '我又进来了');
    const before = world.saidTo(GROUP).length;
    await world.say(CADRE, '接 1', { group: null });
    expect(world.saidTo(GROUP)).toHaveLength(before + 1);
  });

  it('without open tickets goes unmentioned', async () => {
    expect(await leave(STRANGER)).toEqual([]);
  });
});

describe('a request taken back in the chat', () => {
  it('is told once how to take the ticket back too, and its words are gone', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    const asked = world.chat.history(GROUP).find(each => each.from === MEMBER)?.id ?? '';
    world.chat.recall(asked);
    const said = (await settle()).map(each => each.text);
    expect(said).toEqual([expect.stringContaining('您撤回的那句话记着第1件。不用办了回"不用了 1"')]);
    expect(await world.say(MEMBER, '不用了 1')).toContainEqual(expect.stringContaining('第1件撤回了'));
    expect(await ticket(1)).toMatchObject({ state: 'withdrawn' });
  });

  it('that is done, or never was recorded, is not spoken of', async () => {
    const id = world.chat.say({ from: MEMBER, groupId: GROUP, text: '楼下的水管漏了，能不能修' });
    await settle();
    world.chat.recall(id);
    expect(await settle()).toEqual([]);
    await world.say(MEMBER, REQUEST, { mention: true });
    await world.say(MEMBER, '解决了 1');
    const asked = world.chat.history(GROUP).find(each => each.text.includes('楼道灯'))?.id ?? '';
    world.chat.recall(asked);
    expect(await settle()).toEqual([]);
  });
});
