import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../bots/listen.ts';
import { openSpeaking } from '../../bots/speak.ts';
import { accountById, pauseAccount } from '../../db/bindings.ts';
import { claimRow, dueRows, outboxStates, put } from '../../db/outbox.ts';
import { messages, outbox, tickets } from '../../db/schema.ts';
import { Failure } from '../../src/errors.ts';
import { GROUP, MEMBER, openWorld, STRANGER, type TestWorld, TUESDAY } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

let times = 0;
/** Somebody says something else, and the bot has had its time. */
const rest = () => world.say(STRANGER, `嗯，第${++times}天了`);
const countOf = async (table: typeof messages | typeof tickets | typeof outbox) => {
  const [row] = await world.open.db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(table);
  return row?.n ?? -1;
};
const saying = (key: string, more = {}) => ({
  key,
  placeId: GROUP,
  isPrivate: false,
  text: '您好',
  trace: 't',
  ...more,
});

describe('what is heard', () => {
  it('delivered twice under one id is stored once and acted on once', async () => {
    const id = world.chat.say({
      from: MEMBER,
      groupId: GROUP,
      text: '帮我记一下 楼道灯坏了',
      mentionsBot: true,
    });
    await rest();
    world.chat.redeliver(id);
    await rest();
    expect(await countOf(tickets)).toBe(1);
    expect(await countOf(messages)).toBe(3);
  });

  it('said again word for word within ten seconds is kept and marked, and not acted on again', async () => {
    const id = world.chat.say({
      from: MEMBER,
      groupId: GROUP,
      text: '帮我记一下 楼道灯坏了',
      mentionsBot: true,
    });
    await rest();
    world.chat.redeliver(id, 'another-id');
    await rest();
    expect(await countOf(tickets)).toBe(1);
    const rows = await world.open.db.select().from(messages);
    expect(rows.filter(row => row.redeliveryOf !== null)).toHaveLength(1);
  });

  it('ten minutes old is recorded but not answered', async () => {
    const at = new Date(TUESDAY.getTime() - 11 * 60_000);
    world.chat.say({ from: MEMBER, groupId: GROUP, text: '帮我记一下 楼道灯坏了', mentionsBot: true, at });
    expect(await rest()).toEqual([]);
    expect(await countOf(messages)).toBe(2);
  });

  it('and stored before a crash is acted on after the restart, once', async () => {
    const { db } = world.open;
    await db.insert(messages).values({
      id: '01900000-0000-7000-8000-000000000001',
      placeId: GROUP,
      isPrivate: false,
      senderId: MEMBER,
      sentAt: TUESDAY,
      receivedAt: TUESDAY,
      day: '2026-11-24',
      kind: 'text',
      text: '帮我记一下 楼道灯坏了',
      textState: 'held',
      mentions: [],
      mentionsBot: true,
      trace: 'crashed',
    });
    const again = await listen(world.bots.bot);
    await again.settled();
    await (await listen(world.bots.bot)).settled();
    expect(await countOf(tickets)).toBe(1);
    expect((await db.select().from(outbox)).every(row => row.trace === 'crashed')).toBe(true);
  });

  it('in a group nobody bound is not stored', async () => {
    world.chat.addGroup({ id: 'foreign', name: '别的群', members: [{ id: MEMBER }] });
    world.chat.say({ from: MEMBER, groupId: 'foreign', text: '帮我记一下 楼道灯坏了', mentionsBot: true });
    await rest();
    expect(await countOf(messages)).toBe(1);
    expect(world.saidTo('foreign')).toEqual([]);
  });
});

describe('what is said', () => {
  it('under one key is said once', async () => {
    expect(await put(world.open.db, saying('a'), TUESDAY)).toBe(true);
    expect(await put(world.open.db, saying('a'), TUESDAY)).toBe(false);
    await rest();
    expect(world.saidTo(GROUP)).toHaveLength(1);
  });

  it('is confirmed by its echo', async () => {
    await put(world.open.db, saying('a'), TUESDAY);
    await rest();
    expect(await outboxStates(world.open.db)).toEqual({ confirmed: 1 });
  });

  it('when a crash came in between is in doubt, and not said again', async () => {
    await put(world.open.db, saying('a'), TUESDAY);
    const [row] = await dueRows(world.open.db, TUESDAY, 1);
    expect(row && (await claimRow(world.open.db, row, TUESDAY))).toBe(true);
    const after = await openSpeaking(world.bots.bot);
    await after.sayDue();
    expect(await outboxStates(world.open.db)).toEqual({ unknown: 1 });
    expect(world.saidTo(GROUP)).toEqual([]);
  });

  it('stops altogether on 操作过于频繁, until a person lifts it', async () => {
    world.chat.refuseSends('操作过于频繁，请稍后再试');
    await put(world.open.db, saying('a'), TUESDAY);
    await rest();
    expect((await accountById(world.open.db, 'test'))?.pausedReason).toContain('过于频繁');
    expect(world.logged()).toContain('sending has stopped');
    world.chat.refuseSends(null);
    await rest();
    expect(world.saidTo(GROUP)).toEqual([]);
    await pauseAccount(world.open.db, 'test', null, TUESDAY);
    await world.passTo('2026-11-24T10:31:00+08:00');
    expect(world.saidTo(GROUP)).toHaveLength(1);
  });

  it('to a stranger in private is never claimed: it fails, and nothing is repeated', async () => {
    await put(world.open.db, saying('a', { placeId: STRANGER, isPrivate: true }), TUESDAY);
    await rest();
    expect(await outboxStates(world.open.db)).toEqual({ failed: 1 });
  });

  it('too late to be of use is not said', async () => {
    const notAfter = new Date(TUESDAY.getTime() - 1);
    await put(world.open.db, saying('a', { notAfter }), TUESDAY);
    await rest();
    expect(await outboxStates(world.open.db)).toEqual({ failed: 1 });
  });

  it('unasked waits for the end of quiet hours; a reply to somebody awake does not', async () => {
    await world.jumpTo('2026-11-24T22:00:00+08:00');
    await put(world.open.db, saying('unasked'), world.now());
    await put(world.open.db, saying('reply', { ignoresQuiet: true }), world.now());
    await rest();
    expect(world.saidTo(GROUP)).toHaveLength(1);
    await world.passTo('2026-11-25T07:59:00+08:00');
    expect(world.saidTo(GROUP)).toHaveLength(1);
    await world.passTo('2026-11-25T08:01:00+08:00');
    expect(world.saidTo(GROUP)).toHaveLength(2);
  });
});

describe('the pace', () => {
  it('keeps the gap of a group, the day’s budget, and goes on the next day', async () => {
    await world.close();
    world = await openWorld({ env: { NUANQUN_GROUP_GAP_SECONDS: '60', NUANQUN_SEND_PER_DAY: '3' } });
    for (const key of ['a', 'b', 'c', 'd']) await put(world.open.db, saying(key), TUESDAY);
    const said = await world.passTo('2026-11-24T12:00:00+08:00');
    expect(said).toHaveLength(3);
    const gaps = said.slice(1).map((each, index) => each.at.getTime() - (said[index]?.at.getTime() ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(60_000);
    await world.passTo('2026-11-25T09:00:00+08:00');
    expect(world.saidTo(GROUP)).toHaveLength(4);
  });
});

describe('a bug', () => {
  it('in one message is logged with its trace, keeps what was asked, and does not stop the next', async () => {
    world.bots.bot.understanding.hear = () => {
      throw new Error('planted');
    };
    const said = await world.say(MEMBER, '楼道灯坏了谁来修一下', { mention: true });
    expect(said.join()).toContain('稍后再看');
    expect(world.logged()).toMatch(/"trace":"[0-9a-f-]{36}","error":"Error: planted"/);
    const [row] = await world.open.db.select().from(messages);
    expect(row).toMatchObject({ textState: 'kept', text: '楼道灯坏了谁来修一下' });
    expect((await world.say(MEMBER, '进度', { mention: true })).join()).toContain('没有在办的事');
  });

  it('is told from a refusal, which is only said', async () => {
    expect(new Failure('not-allowed', '不行').kind).toBe('refusal');
    await world.say(MEMBER, '进度 9');
    expect(world.logged()).not.toContain('could not be acted on');
  });
});
