import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bind } from '../../db/bindings.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups, units } from '../../db/schema.ts';
import { eventsOf, ticketByNumber } from '../../db/tickets.ts';
import { CADRE, GROUP, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

const SUN = 'p-sun';
const REQUEST = '帮我记一下楼道灯坏了三天没人修';
const LONG = '楼道灯坏了'.repeat(2_000);

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.say(MEMBER, REQUEST, { mention: true });
});
afterEach(() => world.close());

const alone = { group: null };

async function ticket(number = 1) {
  const found = await ticketByNumber(world.open.db, number);
  if (!found) throw new Error(`there is no ticket ${number}`);
  return found;
}

async function addForeignCadre(): Promise<void> {
  const { db } = world.open;
  const now = world.now();
  const street = { id: 'u-other', name: '大宁街道', parentId: null, level: 'street', line: 'youth' };
  await db.insert(units).values(street);
  world.chat.addPerson({ id: 'p-far', name: '钱远', isContact: true });
  await savePerson(db, { id: 'p-far', name: '钱远', role: 'cadre-full-time', isContact: true });
  await bind(db, 'test', 'person', 'p-far', 'p-far', now);
  await db.insert(groups).values({
    id: 'g-far',
    name: '大宁群',
    unitId: 'u-other',
    kind: 'grassroots',
    size: 5,
    createdAt: now,
    serviceLines: [],
    boundAt: now,
    bindCode: null,
    noticeAt: now,
  });
  await db.insert(groupCadres).values({ groupId: 'g-far', personId: 'p-far', since: now });
}

describe('a number', () => {
  it.each([
    ['接 99', '没有第99件'],
    ['接 0', '没有第0件'],
    ['接第零件', '没有第0件'],
    ['接 999999999', '没有第999999999件'],
    ['接 999999999999', '没有这一件'],
    ['接 -1', '没有这一件'],
    ['接 1 2', '一次说一件就好，例如"接 1"'],
    ['接 1、2', '一次说一件就好，例如"接 1"'],
    ['办结 1 和 2', '一次说一件就好，例如"办结 1"'],
  ])('as in %s is answered with one calm sentence', async (words, answer) => {
    expect(await world.say(CADRE, words, alone)).toEqual([expect.stringContaining(answer)]);
    expect(await ticket()).toMatchObject({ state: 'open', lastSeq: 1 });
  });

  it.each([
    ['接　１', 'accepted'],
    ['接１', 'accepted'],
    ['第１件接', 'accepted'],
    ['接 第一件', 'accepted'],
    ['第１件办好了，灯换了', 'closed'],
    ['1办结', 'closed'],
    ['第一件 办结 灯换了', 'closed'],
  ])('as in %s is read', async (words, state) => {
    await world.say(CADRE, words, alone);
    expect(await ticket()).toMatchObject({ state });
  });

  it('behind 第 and before its word is a cadre’s word in the group, without the bot’s name', async () => {
    await world.say(CADRE, '第１件办好了，灯换了');
    expect(await ticket()).toMatchObject({ state: 'closed' });
    expect(world.saidTo(GROUP).at(-1)).toContain('灯换了。解决了吗');
  });
});

describe('a word without more', () => {
  it.each([
    [CADRE, '等 1', '在等什么？'],
    [CADRE, '转 1', '转给谁？'],
    [CADRE, '代班', '请谁代班？'],
    [CADRE, '见面', '和谁见面？'],
    [MEMBER, '帮我记一下', '要记什么事？'],
  ])('%s: %s is asked about', async (who, words, answer) => {
    expect(await world.say(who, words, alone)).toEqual([expect.stringContaining(answer)]);
  });

  it('of a cadre with several on the desk asks one question, in private', async () => {
    await world.say(MEMBER, '帮我记一下电梯里的按钮失灵了', { mention: true });
    const before = world.saidTo(GROUP).length;
    const question = /您说的是哪一件？第1件 .*第2件 .*例如"办结 1"/;
    expect(await world.say(CADRE, '办结', { mention: true })).toEqual([expect.stringMatching(question)]);
    expect(world.saidTo(CADRE).at(-1)).toMatch(question);
    expect(world.saidTo(GROUP)).toHaveLength(before);
  });

  it('接 means the one not taken on yet', async () => {
    await world.say(MEMBER, '帮我记一下电梯里的按钮失灵了', { mention: true });
    await world.say(CADRE, '接 1', alone);
    await world.say(CADRE, '接', alone);
    expect(await ticket(2)).toMatchObject({ state: 'accepted', assigneeId: CADRE });
  });

  it('of a cadre with nothing on the desk says so', async () => {
    expect(await world.say(SUN, '办结', alone)).toEqual([expect.stringContaining('您手上没有在办的事')]);
  });
});

describe('a ticket that is done', () => {
  it.each(['接 1', '等 1 材料', '办结 1 又办了', '转 1 孙强'])('is not changed by %s', async words => {
    await world.say(CADRE, '办结 1 灯换好了', alone);
    const { lastSeq } = await ticket();
    expect(await world.say(CADRE, words, alone)).toEqual([
      expect.stringContaining('第1件已经办结，这一步现在做不了'),
    ]);
    expect(await ticket()).toMatchObject({ state: 'closed', lastSeq });
  });
});

describe('somebody else’s ticket', () => {
  it('is not shown or changed by another member', async () => {
    for (const words of ['进度 1', '解决了 1', '不用了 1', '没解决 1'])
      expect(await world.say(STRANGER, words), words).toEqual([expect.stringContaining('第1件不是您的事')]);
    for (const words of ['接 1', '办结 1'])
      expect(await world.say(STRANGER, words), words).toEqual([
        expect.stringContaining('要由负责的同志来办'),
      ]);
    expect(await ticket()).toMatchObject({ state: 'open', lastSeq: 1 });
  });

  it('is not shown or changed by a cadre of another unit', async () => {
    await addForeignCadre();
    for (const words of ['接 1', '办结 1 好了', '等 1 材料', '转 1 孙强', '进度 1'])
      expect(await world.say('p-far', words, alone), words).toEqual([
        expect.stringMatching(/要由负责的同志来办|不是您的事/),
      ]);
    expect(await ticket()).toMatchObject({ state: 'open', lastSeq: 1, assigneeId: CADRE });
  });
});

describe('ten thousand characters', () => {
  it('behind 帮我记一下 become a ticket with a short topic', async () => {
    const [said] = await world.say(MEMBER, `帮我记一下${LONG}`, { mention: true });
    expect(said).toContain('记下了，第2件');
    expect([...(said ?? '')].length).toBeLessThan(120);
    expect((await ticket(2)).topic.length).toBeLessThanOrEqual(20);
  });

  it('said into the group or in private stop nothing', async () => {
    expect(await world.say(STRANGER, LONG)).toEqual([]);
    expect((await world.say(MEMBER, LONG, alone)).length).toBeLessThanOrEqual(1);
    expect(await world.say(MEMBER, '进度 1')).toHaveLength(1);
  });

  it.each(['等 1 ', '办结 1 '])('behind %s are kept up to 500, and it is said', async words => {
    const said = await world.say(CADRE, words + LONG, alone);
    expect(said).toContainEqual('话有点长，我只记下了前500个字。要紧的请再简单说一遍。');
    for (const { data } of await eventsOf(world.open.db, await ticket()))
      expect((data.text ?? '').length).toBeLessThanOrEqual(500);
    expect(((await ticket()).waitingReason ?? '').length).toBeLessThanOrEqual(500);
    for (const text of world.saidTo(GROUP)) expect([...text].length).toBeLessThan(120);
  });
});

describe('two cadres', () => {
  beforeEach(async () => {
    await world.open.db.insert(groupCadres).values({ groupId: GROUP, personId: SUN, since: world.now() });
  });

  it('accepting at once: one has it, the other hears who', async () => {
    world.chat.say({ from: CADRE, groupId: null, text: '接 1' });
    world.chat.say({ from: SUN, groupId: null, text: '接 1' });
    await world.passTo(world.now());
    const log = (await eventsOf(world.open.db, await ticket())).filter(each => each.act === 'accept');
    expect(log).toHaveLength(1);
    const [first, second] = log[0]?.byId === CADRE ? [CADRE, SUN] : [SUN, CADRE];
    const name = first === CADRE ? '王芳' : '孙强';
    expect(world.saidTo(first).at(-1)).toContain('第1件归您办');
    expect(world.saidTo(second).at(-1)).toBe(`第1件${name}已经接了。要换人，请${name}回"转 1 @您的名字"。`);
  });

  it('one after the other: the second changes nothing, and the first is told it is theirs', async () => {
    await world.say(CADRE, '接 1', alone);
    expect(await world.say(SUN, '接 1')).toEqual([expect.stringContaining('第1件王芳已经接了')]);
    expect(world.saidTo(GROUP).join()).not.toContain('王芳已经接了');
    expect(await world.say(CADRE, '接 第1件', alone)).toEqual([expect.stringContaining('第1件就在您手上')]);
    await world.say(CADRE, '等 1 配件', alone);
    expect(await world.say(SUN, '接1', alone)).toEqual([expect.stringContaining('第1件王芳已经接了')]);
    expect(await ticket()).toMatchObject({ state: 'waiting', assigneeId: CADRE });
  });
});

describe('a cadre renamed in the chat', () => {
  it('is found by the name shown in the group, without a mention’s id', async () => {
    world.chat.setAlias(GROUP, SUN, '孙主任');
    world.chat.say({
      from: CADRE,
      groupId: GROUP,
      text: '转 1 @孙主任',
      mentionsBot: true,
      mentionIdsLost: true,
    });
    await world.passTo(world.now());
    expect(await ticket()).toMatchObject({ assigneeId: SUN, transferredTimes: 1 });
  });

  it('is found in private by the new name, and by the old one of the roster', async () => {
    const sun = world.chat.people().find(each => each.id === SUN);
    if (sun) sun.name = '大强';
    await world.say(CADRE, '转 1 @大强', alone);
    expect(await ticket()).toMatchObject({ assigneeId: SUN });
    await world.say(SUN, '转 1 @王芳', alone);
    await world.say(CADRE, '转 1 孙强', alone);
    expect(await ticket()).toMatchObject({ assigneeId: SUN, transferredTimes: 3 });
  });

  it('is found by id where the chat tells whom the mention means', async () => {
    world.chat.setAlias(GROUP, SUN, '彭浦 孙主任');
    world.chat.say({
      from: CADRE,
      groupId: GROUP,
      text: '转 1 @彭浦 孙主任',
      mentionsBot: true,
      mentions: [SUN],
    });
    await world.passTo(world.now());
    expect(await ticket()).toMatchObject({ assigneeId: SUN });
  });
});

describe('a quote of the bot’s own words', () => {
  const said = (place: string, part: string) =>
    world.chat.history(place).find(each => each.text.includes(part) && each.from === world.chat.bot.id)?.id ??
    '';

  beforeEach(async () => {
    await world.say(MEMBER, '帮我记一下电梯里的按钮失灵了', { mention: true });
  });

  it('names the ticket of a card', async () => {
    await world.say(CADRE, '接', { ...alone, replyTo: said(CADRE, '第1件') });
    expect([await ticket(1), await ticket(2)]).toMatchObject([{ state: 'accepted' }, { state: 'open' }]);
    await world.say(CADRE, '办结 灯换好了', { ...alone, replyTo: said(CADRE, '第1件归您办') });
    expect(await ticket(1)).toMatchObject({ state: 'closed' });
  });

  it('names the ticket of a closing question, whichever was asked last', async () => {
    await world.say(CADRE, '办结 1 灯换好了', alone);
    await world.say(CADRE, '办结 2 按钮修好了', alone);
    await world.say(MEMBER, '解决了', { replyTo: said(GROUP, '灯换好了') });
    expect([await ticket(1), await ticket(2)]).toMatchObject([{ state: 'confirmed' }, { state: 'closed' }]);
    await world.say(MEMBER, '没解决', { replyTo: said(GROUP, '按钮修好了') });
    expect(await ticket(2)).toMatchObject({ state: 'open', reopenedTimes: 1 });
  });

  it('lends nobody a ticket that is not theirs', async () => {
    await world.say(CADRE, '办结 1 灯换好了', alone);
    const answer = await world.say(STRANGER, '解决了', { replyTo: said(GROUP, '灯换好了') });
    expect(answer).toEqual([expect.stringContaining('第1件不是您的事')]);
    expect(await ticket(1)).toMatchObject({ state: 'closed' });
  });
});

describe('what is no text, or is no more', () => {
  it('a picture alone is answered in private only', async () => {
    const picture = { name: 'a.jpg', base64: 'aGVsbG8=' };
    world.chat.say({ from: STRANGER, groupId: GROUP, text: '', picture });
    expect(await world.passTo(world.now())).toEqual([]);
    world.chat.say({ from: CADRE, groupId: null, text: '', picture });
    const said = (await world.passTo(world.now())).map(each => each.text);
    expect(said).toEqual(['图片收到了。要办什么事，请写一句话给我。']);
  });

  it.each(['voice', 'video', 'sticker', 'location'] as const)('a %s is passed over', async kind => {
    world.chat.say({ from: MEMBER, groupId: null, text: '', kind });
    expect(await world.passTo(world.now())).toEqual([]);
  });

  it('a request that is recalled stays a ticket until its member says otherwise', async () => {
    world.chat.recall(world.chat.history(GROUP).find(each => each.from === MEMBER)?.id ?? '');
    const said = (await world.passTo(world.now())).map(each => each.text);
    expect(said).toEqual([expect.stringContaining('您撤回的那句话记着第1件')]);
    expect(await ticket()).toMatchObject({ state: 'open' });
    // Its words are gone; the desk goes on without them.
    await world.say(CADRE, '接 1', alone);
    expect(await world.say(CADRE, '原文 1', alone)).toHaveLength(1);
    await world.say(CADRE, '转 1 孙强', alone);
    expect(world.saidTo(SUN).at(-1)).toContain('第1件');
  });

  it('a member who left is not mentioned, and the ticket goes on', async () => {
    world.chat.leave(GROUP, MEMBER);
    await world.passTo(world.now());
    const before = world.saidTo(GROUP).length;
    await world.say(CADRE, '办结 1 灯换好了', alone);
    expect(world.saidTo(GROUP)).toHaveLength(before);
    expect(world.saidTo(MEMBER).at(-1)).toContain('灯换好了。解决了吗');
  });
});
