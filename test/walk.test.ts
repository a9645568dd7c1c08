import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisions,
  digests,
  faqCandidates,
  groupDays,
  messages,
  observations,
  outbox,
  scores,
  ticketEvents,
  tickets,
} from '../db/schema.ts';
import { jobs } from '../workers/jobs/index.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, type TestWorld, TUESDAY } from './support/world.ts';

/** One request from its first word to the leader's Monday, through all eight rooms; each leaves rows for the next. */
let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
  const from = new Date(TUESDAY.getTime() - 60 * 86_400_000);
  const to = new Date(TUESDAY.getTime() + 30 * 86_400_000);
  await world.open.db.insert(observations).values({ groupId: GROUP, fromAt: from, toAt: to });
});
afterAll(() => world.close());

const REQUEST = '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下';

describe('one request', () => {
  it('1 is listened to: stored before it is acted on', async () => {
    await world.say(MEMBER, REQUEST, { mention: true });
    const [row] = await world.open.db.select().from(messages);
    expect(row).toMatchObject({ placeId: GROUP, senderId: MEMBER, text: REQUEST, label: 'request' });
  });

  it('2 is decided: a request, to be recorded if the member says so', async () => {
    const [row] = await world.open.db.select().from(decisions);
    expect(row).toMatchObject({ action: 'offer', label: 'request', offerAt: null });
    expect(row?.model).toContain('understanding');
  });

  it('3 becomes a ticket whose clock starts at the message', async () => {
    await world.jumpTo('2026-11-24T10:05:00+08:00');
    await world.say(MEMBER, '记录');
    const [row] = await world.open.db.select().from(tickets);
    expect(row).toMatchObject({
      number: 1,
      groupId: GROUP,
      requesterId: MEMBER,
      assigneeId: CADRE,
      openedAt: TUESDAY,
    });
  });

  it('4 is reminded of in working hours', async () => {
    const said = await world.jumpTo('2026-11-24T16:55:00+08:00');
    expect(said.map(each => [each.to, each.text])).toEqual([
      [CADRE, expect.stringContaining('今天有1件要回：第1件')],
    ]);
  });

  it('5 is answered, closed, confirmed and rated by one word each', async () => {
    await world.say(CADRE, '接 1', { group: null });
    await world.jumpTo('2026-11-25T09:30:00+08:00');
    const asked = world.chat.history(GROUP).find(each => each.text.includes('楼道灯'));
    await world.say(CADRE, '李阿姨，电工上午就到三楼换灯', { replyTo: asked?.id ?? '' });
    await world.say(CADRE, '办结 1 灯换好了', { group: null });
    await world.say(MEMBER, '解决了');
    await world.say(MEMBER, '满意', { group: null });
    const events = await world.open.db.select().from(ticketEvents).orderBy(ticketEvents.seq);
    expect(events.map(event => event.act)).toEqual([
      'open',
      'accept',
      'answer',
      'close',
      'ask',
      'confirm',
      'rate',
    ]);
  });

  it('6 is folded into its days and scored with its week', async () => {
    await world.jumpTo('2026-11-30T08:00:00+08:00');
    const days = await world.open.db.select().from(groupDays).orderBy(groupDays.day);
    expect(days.map(day => day.day)).toEqual(['2026-11-24', '2026-11-25']);
    const [score] = await world.open.db.select().from(scores).where(eq(scores.week, '2026-W48'));
    expect(score?.analysis).toMatchObject({ groupId: GROUP, metrics: '1', measures: { M2: { help: 1 } } });
    expect(score?.analysis.state).not.toBe('unknown');
  });

  it('7 and 8 is told to the leader on Monday at nine, in text and picture, once', async () => {
    const said = await world.jumpTo('2026-11-30T09:00:00+08:00');
    const told = said.filter(each => each.to === LEADER);
    expect(told[0]?.text).toContain('第48周');
    expect([...(told[0]?.text ?? '')].length).toBeLessThanOrEqual(300);
    const [digest] = await world.open.db.select().from(digests).where(eq(digests.week, '2026-W48'));
    expect(digest).toMatchObject({ leaderId: LEADER, week: '2026-W48' });
    expect(await world.jumpTo('2026-11-30T12:00:00+08:00')).toEqual([]);
  });

  it('can be followed by one trace from the message to every effect', async () => {
    const { db } = world.open;
    const [opened] = await db.select().from(ticketEvents);
    const trace = opened?.trace ?? '';
    const said = await db.select().from(outbox).where(eq(outbox.trace, trace));
    expect(said.map(row => row.key.split('/')[0]).sort()).toEqual(['ticket-card', 'ticket-opened']);
    expect(await db.select().from(messages).where(eq(messages.trace, trace))).toHaveLength(1);
    expect(world.logged()).toContain(`"trace":"${trace}"`);
  });
});

describe.each(jobs.map(job => [job.name] as const))('the job %s', name => {
  it('run twice at one moment has one effect', async () => {
    const rowsOf = async () => {
      const { db } = world.open;
      return {
        said: (await db.select({ key: outbox.key }).from(outbox)).length,
        events: (await db.select({ seq: ticketEvents.seq }).from(ticketEvents)).length,
        digests: (await db.select({ week: digests.week }).from(digests)).length,
        scores: (await db.select({ week: scores.week }).from(scores)).length,
        days: (await db.select({ day: groupDays.day }).from(groupDays)).length,
        candidates: await db.select().from(faqCandidates),
      };
    };
    await world.schedule.runNow(name);
    const before = await rowsOf();
    await world.schedule.runNow(name);
    expect(await rowsOf()).toEqual(before);
  });
});
