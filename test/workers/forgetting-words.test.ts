import { afterEach, beforeEach, expect, it } from 'vitest';
import { decisions, outbox, ticketEvents, tickets } from '../../db/schema.ts';
import { CADRE, MEMBER, openWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

it('the words of what is done with end with their retention, and the counts stay', async () => {
  await world.say(MEMBER, '三楼楼道灯坏了，能不能找人修一下', { mention: true });
  await world.say(MEMBER, '记录');
  await world.say(CADRE, '办结 1 换了一只新灯管', { group: null });
  await world.say(MEMBER, '解决了 1');
  await world.say(MEMBER, '帮我记一下 花坛里有碎玻璃', { mention: true });
  await world.jumpTo('2027-03-01T10:00:00+08:00');
  await world.schedule.runNow('forget-texts');
  const { db } = world.open;
  const all = JSON.stringify([
    await db.select().from(tickets),
    await db.select().from(ticketEvents),
    await db.select().from(outbox),
    await db.select().from(decisions),
  ]);
  for (const words of ['楼道灯', '新灯管']) expect(all).not.toContain(words);
  const [solved, open] = await db.select().from(tickets).orderBy(tickets.number);
  expect(solved).toMatchObject({ state: 'confirmed', topic: '（已过保存期）' });
  expect(open).toMatchObject({ state: 'open', topic: '花坛里有碎玻璃' });
  const log = await db.select().from(ticketEvents).orderBy(ticketEvents.seq);
  expect(log.filter(event => event.ticketId === solved?.id).map(event => event.act)).toEqual([
    'open',
    'close',
    'ask',
    'confirm',
  ]);
});
