import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  appeals,
  decisions,
  examples,
  outbox,
  surveyAnswers,
  ticketEvents,
  tickets,
} from '../../db/schema.ts';
import { openingOf, replay } from '../../src/ticket.ts';
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

it('with the words go the opening facts, free words of surveys and decided appeals; the log still tells the ticket', async () => {
  const { db } = world.open;
  await world.say(MEMBER, '帮我记一下 三楼楼道灯坏了', { mention: true });
  await world.say(CADRE, '等 1 等电工', { group: null });
  await world.say(CADRE, '办结 1 换了一只新灯管', { group: null });
  const answer = { cadreId: CADRE, groupId: null, month: '2026-11', knows: true, helped: true };
  await db.insert(surveyAnswers).values([
    { ...answer, id: 'old', words: '常来看看就好', day: '2026-11-22' },
    { ...answer, id: 'new', words: '谢谢灯修得快', day: '2027-02-28' },
  ]);
  const appeal = { cadreId: CADRE, unitId: 'u-street', text: '那天灯早修好了', at: world.now(), trace: 't' };
  const undecided = { decidedAt: null, decidedById: null, isUpheld: null };
  await db.insert(appeals).values([
    { ...appeal, id: 'a1', number: 1, decidedAt: world.now(), decidedById: 'p-zhao', isUpheld: true },
    { ...appeal, id: 'a2', number: 2, ...undecided },
  ]);
  await db
    .insert(examples)
    .values({ id: 'e1', unitId: 'u-street', line: null, need: '灯坏了', done: '换灯', at: world.now() });
  await world.jumpTo('2027-03-01T10:00:00+08:00');
  await world.schedule.runNow('forget-texts');
  const [ticket] = await db.select().from(tickets);
  const events = await db.select().from(ticketEvents).orderBy(ticketEvents.seq);
  expect(JSON.stringify(events)).not.toMatch(/楼道灯|电工|灯管/u);
  const [first] = events;
  const opening = first ? openingOf(first, ticket?.groupId ?? '') : null;
  expect(opening && replay(opening, events)).toMatchObject({ topic: ticket?.topic, state: ticket?.state });
  expect((await db.select().from(surveyAnswers).orderBy(surveyAnswers.id)).map(row => row.words)).toEqual([
    '谢谢灯修得快',
    null,
  ]);
  expect((await db.select().from(appeals).orderBy(appeals.number)).map(row => row.text)).toEqual([
    '（已过保存期）',
    '那天灯早修好了',
  ]);
  expect(await db.select().from(examples)).toMatchObject([{ need: '灯坏了', done: '换灯' }]);
});
