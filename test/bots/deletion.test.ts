import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { stateRows } from '../../db/backup.ts';
import { dialect } from '../../db/columns.ts';
import { openDb } from '../../db/open.ts';
import {
  audit,
  bindings,
  contacts,
  groupDays,
  links,
  memberships,
  messages,
  observations,
  outbox,
  people,
  scores,
  settings,
  surveyAsks,
  ticketEvents,
  tickets,
} from '../../db/schema.ts';
import { addTicketEvent, eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { openingOf, replay } from '../../src/ticket.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, type TestWorld, TUESDAY } from '../support/world.ts';

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** The one who goes; nothing of these may be found afterwards. */
const CHAT = 'wxid_qinhanjian77';
const NAME = '秦罕见';
const ALIAS = '9栋秦罕见';
const PHONE = '13700137000';
const WORDS = ['鸢尾阁', '苜蓿坊', '荇菜汤', '藕荷色', '菖蒲巷'] as const;

async function moveIn(of: TestWorld): Promise<string> {
  const { db } = of.open;
  of.chat.addPerson({ id: CHAT, name: NAME, isContact: true });
  of.chat.join(GROUP, CHAT, ALIAS);
  await of.say(CHAT, `大家好，我家做的${WORDS[2]}真不错`);
  const found = async () => (await db.select().from(bindings).where(eq(bindings.chatId, CHAT)))[0]?.ownId;
  // On a machine with much to do the chat delivers later than two quiet looks.
  await vi.waitFor(async () => expect(await found()).toBeDefined(), { timeout: 20_000 });
  const known = (await found()) ?? '';
  await db.update(memberships).set({ alias: ALIAS }).where(eq(memberships.personId, known));
  return known;
}

const alone = (of: TestWorld, text: string, from = CHAT) => of.say(from, text, { group: null });

/** Everything a member can do here, and everything that is done about them. */
async function liveHere(of: TestWorld, id: string): Promise<void> {
  const { db } = of.open;
  await of.say(CHAT, `${WORDS[0]}门口的路灯坏了，能不能找人修一下`, { mention: true });
  await of.say(CHAT, '记录');
  of.chat.say({ from: CHAT, groupId: GROUP, text: '', picture: { name: 'a.jpg', base64: 'AAAA' } });
  await of.say(CHAT, `请问${WORDS[3]}的老年卡在哪里办理呀`);
  const asked = of.chat.history(GROUP).at(-1);
  await of.say(CADRE, `@${NAME} 老年卡请带身份证到社区服务中心3号窗口办，周一到周五都可以`, {
    replyTo: asked?.id ?? '',
  });
  of.chat.say({
    from: MEMBER,
    groupId: GROUP,
    text: `请问${NAME}家的老年卡办好了吗，我也想办`,
    mentions: [CHAT],
  });
  await of.say(CHAT, `帮我记一下 ${WORDS[1]}漏水，电话${PHONE}`, { mention: true });
  await of.say(MEMBER, `帮我记一下 楼上也漏水了，跟${NAME}家一样`, { mention: true });
  await alone(of, '没人回', CADRE);
  await alone(of, '我的工单', CADRE);
  await alone(of, '原文 2', CADRE);
  await alone(of, '等 2 材料没到', CADRE);
  await alone(of, `办结 1 ${NAME}家的路灯修好了`, CADRE);
  await of.say(CHAT, '解决了 1');
  await alone(of, `满意 1`);
  await alone(of, `我想问问${WORDS[4]}的房子怎么租`);
  await alone(of, '更正我的名字 秦罕见');
  await db.insert(links).values({ cadreId: CADRE, personId: id, fromAt: TUESDAY, toAt: null });
  await db
    .insert(contacts)
    .values({ cadreId: CADRE, personId: id, at: TUESDAY, way: 'visit', acknowledged: true });
  await db.insert(surveyAsks).values({
    cadreId: CADRE,
    personId: id,
    month: '2026-11',
    quarter: '2026-Q4',
    askedAt: TUESDAY,
    answeredAt: null,
  });
  const two = await ticketByNumber(db, 2);
  const three = await ticketByNumber(db, 3);
  if (!two || !three) throw new Error('two tickets were to be opened');
  await db.transaction(tx =>
    addTicketEvent(
      tx,
      three,
      { at: of.now(), byId: CADRE, act: 'link', data: { number: two.number } },
      'trace',
    ),
  );
  await of.jumpTo('2026-11-25T10:00:00+08:00');
  await of.jumpTo('2026-11-30T10:00:00+08:00');
}

async function leaveForGood(of: TestWorld): Promise<void> {
  await alone(of, '删除我的数据');
  await alone(of, '确定删除');
  await of.passTo(new Date(of.now().getTime() + 4 * 60_000));
}

async function countsOf({ open: { db } }: TestWorld) {
  const days = await db.select().from(groupDays).orderBy(groupDays.day);
  return {
    messages: (await db.select().from(messages).where(eq(messages.placeId, GROUP))).length,
    members: (await db.select().from(memberships).where(eq(memberships.groupId, GROUP))).length,
    tickets: (await db.select().from(tickets)).length,
    ratings: (await db.select().from(tickets).where(isNotNull(tickets.stars))).length,
    links: (await db.select().from(links)).length,
    visits: (await db.select().from(contacts)).length,
    surveyed: (await db.select().from(surveyAsks)).length,
    speakers: days.map(({ row }) => row.speakers.map(speaker => speaker.posts.length).sort()),
    needs: days.map(({ row }) => row.needs.length),
    scores: (await db.select().from(scores).orderBy(scores.week)).map(({ analysis }) => analysis.overall),
  };
}

async function backupOf({ open: { db } }: TestWorld): Promise<string> {
  const lines: string[] = [];
  await db.transaction(async tx => {
    for await (const row of stateRows(tx)) lines.push(JSON.stringify(row));
  });
  return lines.join('\n');
}

/** What stood and what stands, of one person who lived here and left for good. */
let of: TestWorld;
let id: string;
let before: { backup: string; counts: Awaited<ReturnType<typeof countsOf>>; inFiles: boolean };
let file: string | null = null;
let home: string | undefined;

const needles = () => [id, CHAT, NAME, PHONE, ...WORDS];
const inFiles = (text: string) =>
  [file, `${file}-wal`, `${file}-shm`].some(
    each => each !== null && existsSync(each) && readFileSync(each).includes(Buffer.from(text)),
  );

describe('删除我的数据', () => {
  beforeAll(async () => {
    // What a server keeps in its own files is the server's: docs/operations says so.
    if (dialect === 'sqlite') {
      home = mkdtempSync(join(tmpdir(), 'nuanqun-'));
      file = join(home, 'test.sqlite');
    }
    of = await openWorld(file ? { open: await openDb(file) } : {});
    await of.open.db
      .insert(observations)
      .values({ groupId: GROUP, fromAt: new Date('2026-09-01'), toAt: new Date('2026-12-31') });
    id = await moveIn(of);
    await liveHere(of, id);
    const backup = await backupOf(of);
    before = { backup, counts: await countsOf(of), inFiles: file === null || inFiles(NAME) };
    await leaveForGood(of);
  }, 120_000);
  afterAll(async () => {
    await of.close();
    if (home) rmSync(home, { recursive: true });
  });

  it('goes through all there was: words, tickets, ratings, links, visits, surveys, days and scores', () => {
    expect(needles().filter(needle => !before.backup.includes(needle))).toEqual([WORDS[2]]);
    expect(before.inFiles).toBe(true);
    const { counts } = before;
    expect(counts).toMatchObject({ tickets: 3, ratings: 1, links: 1, visits: 1, surveyed: 1 });
    expect(counts.speakers.flat().length).toBeGreaterThan(0);
    expect(counts.scores.length).toBeGreaterThan(0);
  });

  it('leaves nothing of the person in the next backup', async () => {
    const rows = (await backupOf(of)).split('\n');
    for (const needle of needles()) expect(rows.filter(row => row.includes(needle))).toEqual([]);
  });

  it('leaves nothing of the person in the database file and its log', () => {
    expect(needles().filter(inFiles)).toEqual([]);
  });

  it('leaves nothing of the person in any logged line', () => {
    expect(needles().filter(needle => of.logged().includes(needle))).toEqual([]);
  });

  it('leaves every count as it was', async () => {
    expect(await countsOf(of)).toEqual(before.counts);
  });

  it('keeps one random id that nothing leads back from', async () => {
    const { db } = of.open;
    const [gone] = (await db.select().from(people)).filter(person => person.id.startsWith('gone-'));
    expect(gone).toMatchObject({ name: '（已删除）', isContact: false, bindCode: null });
    expect(
      await db
        .select()
        .from(bindings)
        .where(eq(bindings.ownId, gone?.id ?? '')),
    ).toEqual([]);
    expect((await db.select().from(links))[0]?.toAt).not.toBeNull();
    const named = (await db.select().from(audit)).filter(row => JSON.stringify(row).includes(gone?.id ?? ''));
    expect(named).toEqual([]);
    const kept = (await db.select().from(settings)).map(row => row.key);
    expect(kept.filter(key => /^(?:deletion|audit-name)\//u.test(key))).toEqual([]);
  });

  it('is written into the audit as counts, and the chain of the audit holds', async () => {
    const rows = await of.open.db.select().from(audit).orderBy(audit.seq);
    expect(rows.at(-1)).toMatchObject({
      byId: null,
      act: 'delete-own-data',
      thing: 'person',
      data: { tickets: 2 },
    });
    expect(rows.map(row => row.act)).toEqual(['view-raw-text', 'correct-own-name', 'delete-own-data']);
    expect((await verifyAudit(of.open.db)).brokenAt).toBeNull();
  });

  it('withdraws what is open, tells its cadre without a name, and loses no ticket that stood behind it', async () => {
    const { db } = of.open;
    expect(await ticketByNumber(db, 1)).toMatchObject({
      state: 'confirmed',
      isErased: true,
      topic: '',
      stars: 5,
    });
    expect(await ticketByNumber(db, 2)).toMatchObject({
      state: 'withdrawn',
      isErased: true,
      waitingReason: null,
    });
    expect(await ticketByNumber(db, 3)).toMatchObject({ state: 'open', duplicateOf: null, isErased: false });
    expect(of.saidTo(CADRE).filter(said => said.includes('删除了自己的数据'))).toEqual([
      '第2件：群众删除了自己的数据，不用办了。原来并在它下面的第3件要接着办。',
    ]);
  });

  it('leaves logs from which every ticket can still be told', async () => {
    for (const number of [1, 2, 3]) {
      const ticket = await ticketByNumber(of.open.db, number);
      const events = ticket ? await eventsOf(of.open.db, ticket) : [];
      const [first] = events;
      const opening = first && ticket ? openingOf(first, ticket.groupId) : null;
      const { placeId: _, ...told } = ticket ?? { placeId: '' };
      expect({ ...told, ...(opening && replay(opening, events)) }).toEqual(told);
    }
  });

  it('run once more, and late, changes nothing and says nothing', async () => {
    const rows = await backupOf(of);
    await of.schedule.runNow('finish-deletions');
    expect(await backupOf(of)).toBe(rows);
    expect(await of.passTo(new Date(of.now().getTime() + 12 * 60_000))).toEqual([]);
  });

  it('makes a new person of them when they speak again', async () => {
    expect((await alone(of, '我的数据'))[0]).toContain('办的事0件');
    const [bound] = await of.open.db.select().from(bindings).where(eq(bindings.chatId, CHAT));
    expect(bound?.ownId).toBeDefined();
    expect(bound?.ownId).not.toBe(id);
  });
});

describe('the two steps', () => {
  const openLived = async () => {
    world = await openWorld();
    await world.say(MEMBER, '帮我记一下 三楼楼道灯坏了', { mention: true });
    return world;
  };
  const mine = async (of: TestWorld) =>
    (await of.open.db.select().from(messages).where(eq(messages.senderId, MEMBER))).length;

  it('say what will be lost, and wait for the word', async () => {
    const of = await openLived();
    expect((await alone(of, '删除我的数据', MEMBER)).join()).toContain('在办的1件事也会撤回');
    await of.passTo('2026-11-24T10:05:00+08:00');
    expect(await mine(of)).toBeGreaterThan(0);
    expect((await alone(of, '确定删除', MEMBER)).join()).toContain('不认得您了');
    await of.passTo('2026-11-24T10:10:00+08:00');
    expect(await mine(of)).toBe(0);
  });

  it('take the word within ten minutes only, and only as the answer', async () => {
    const of = await openLived();
    expect((await alone(of, '确定删除', MEMBER)).join()).toContain('先说"删除我的数据"');
    await alone(of, '删除我的数据', MEMBER);
    await of.passTo('2026-11-24T10:11:00+08:00');
    expect((await alone(of, '确定删除', MEMBER)).join()).toContain('先说"删除我的数据"');
    await of.passTo('2026-11-24T10:30:00+08:00');
    expect(await mine(of)).toBeGreaterThan(0);
  });

  it('say farewell once, and erase all the same when that could not be said', async () => {
    const of = await openLived();
    await alone(of, '删除我的数据', MEMBER);
    of.chat.playDead(false);
    of.chat.refuseSends('操作过于频繁，请稍后再试');
    await alone(of, '确定删除', MEMBER);
    await of.passTo('2026-11-24T10:15:00+08:00');
    expect(await mine(of)).toBe(0);
    of.chat.refuseSends(null);
    const rows = await of.open.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.state, 'queued'), eq(outbox.placeId, MEMBER)));
    expect(rows).toEqual([]);
  });

  it.each([
    ['a cadre', CADRE],
    ['a leader', LEADER],
  ])('are refused calmly to %s, whose acts the unit keeps', async (_, who) => {
    const of = await openLived();
    for (const words of ['删除我的数据', '确定删除'])
      expect((await alone(of, words, who)).join()).toContain('由单位保存');
    await of.passTo('2026-11-24T10:30:00+08:00');
    expect((await of.open.db.select().from(people).where(eq(people.id, who))).length).toBe(1);
  });

  it('take along what came at the very moment of the erasing, before the last row that knew the person goes', async () => {
    const of = await openLived();
    const { db } = of.open;
    await alone(of, '删除我的数据', MEMBER);
    await alone(of, '确定删除', MEMBER);
    await of.passTo('2026-11-24T10:01:00+08:00');
    expect(await mine(of)).toBe(0);
    const [row] = await db.select().from(messages).where(eq(messages.placeId, GROUP));
    if (!row) throw new Error('the message that was counted stays');
    await db
      .insert(messages)
      .values({ ...row, id: 'stray', senderId: MEMBER, text: '我刚说的话', decidedAt: null });
    await db
      .insert(memberships)
      .values({ groupId: GROUP, personId: MEMBER, role: 'unknown', joinedAt: null, leftAt: null });
    await of.passTo('2026-11-24T10:06:00+08:00');
    const [stray] = await db.select().from(messages).where(eq(messages.id, 'stray'));
    expect(stray).toMatchObject({
      text: null,
      textState: 'dropped',
      senderId: expect.stringMatching(/^gone-/u),
    });
    expect(await backupOf(of)).not.toContain('"p-li"');
  });

  it('leave somebody of a similar id alone', async () => {
    const of = await openLived();
    const { db } = of.open;
    const other = `${MEMBER}-2`;
    await db.insert(people).values({ id: other, name: '李大叔', role: 'member', isContact: false });
    await db
      .insert(memberships)
      .values({ groupId: GROUP, personId: other, role: 'member', joinedAt: null, leftAt: null });
    await alone(of, '删除我的数据', MEMBER);
    await alone(of, '确定删除', MEMBER);
    await of.passTo('2026-11-24T10:10:00+08:00');
    expect(
      (await db.select().from(memberships).where(eq(memberships.personId, other)))[0]?.leftAt,
    ).toBeNull();
    const byMember = await db.select().from(ticketEvents).where(eq(ticketEvents.byId, MEMBER));
    expect(byMember).toEqual([]);
  });
});
