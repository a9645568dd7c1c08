import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketByNumber } from '../../db/tickets.ts';
import { loseLeader } from '../support/district.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());
const alone = { group: null };

describe('a suggestion', () => {
  it('is recorded with seven working days, and its cadre hears that an answer is owed', async () => {
    const said = await world.say(MEMBER, '建议 在三楼平台装一个扶手', { mention: true });
    expect(said).toContainEqual(expect.stringContaining('建议记下了，第1件，7个工作日内给您答复或者原因。'));
    expect(world.saidTo(CADRE).at(-1)).toContain('不管采不采纳，都回"办结 1 答复"');
    const ticket = await ticketByNumber(world.open.db, 1);
    expect(ticket).toMatchObject({ kind: 'suggestion', limitClass: 'general', assigneeId: CADRE });
    expect(ticket?.topic).toContain('三楼平台装一个扶手');
    expect(ticket?.dueAt.toISOString()).toBe(new Date('2026-12-03T10:00:00+08:00').toISOString());
    for (const text of world.saidTo(GROUP)) expect([...text].length).toBeLessThanOrEqual(90);
  });

  it('cannot be closed without an answer, and the answer goes to the member', async () => {
    await world.say(MEMBER, '提建议：楼下多放几个垃圾桶', { mention: true });
    expect((await world.say(CADRE, '办结 1', alone)).join()).toContain('办结 1');
    expect((await ticketByNumber(world.open.db, 1))?.state).toBe('open');
    await world.say(CADRE, '办结 1 下月装两个', alone);
    expect(world.saidTo(GROUP).at(-1)).toContain('下月装两个');
  });

  it('keeps the numbers that belong to it', async () => {
    await world.say(MEMBER, '建议 3 栋楼之间修条路', alone);
    expect((await ticketByNumber(world.open.db, 1))?.topic).toContain('3 栋楼之间修条路');
  });

  it('of a private matter leaves the group', async () => {
    const said = await world.say(MEMBER, '建议 管管我老公，他天天打我', { mention: true });
    expect(said.join()).toContain('私下');
    expect(await ticketByNumber(world.open.db, 1)).toBeNull();
  });

  it('reaches the leader where no cadre can be written to', async () => {
    await loseLeader(world, CADRE);
    await world.say(MEMBER, '建议 楼下多放几个垃圾桶', alone);
    expect(world.saidTo(LEADER).at(-1)).toContain('第1件');
  });

  it('is talk when it is not said to the bot, and a question back when it says nothing', async () => {
    expect(await world.say(MEMBER, '建议 大家早点睡')).toEqual([]);
    expect(await world.say(MEMBER, '建议', alone)).toEqual([expect.stringContaining('想建议什么')]);
    expect(await ticketByNumber(world.open.db, 1)).toBeNull();
  });
});
