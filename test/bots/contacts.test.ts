import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bind } from '../../db/bindings.ts';
import { contactsOfCadre } from '../../db/contacts.ts';
import { joinGroup } from '../../db/groups.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups } from '../../db/schema.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const logged = () => contactsOfCadre(world.open.db, CADRE);

async function addMember(id: string, name: string, groupId: string): Promise<void> {
  const { db } = world.open;
  world.chat.addPerson({ id, name });
  await savePerson(db, { id, name, role: 'member', isContact: false });
  await bind(db, 'test', 'person', id, id, world.now());
  await joinGroup(db, groupId, id, 'member', world.now());
}

async function addGroup(id: string, name: string): Promise<void> {
  const { db } = world.open;
  const at = world.now();
  await db.insert(groups).values({
    id,
    name,
    unitId: 'u-street',
    kind: 'grassroots',
    size: 10,
    createdAt: at,
    serviceLines: [],
    boundAt: at,
    bindCode: null,
    noticeAt: at,
  });
  await db.insert(groupCadres).values({ groupId: id, personId: CADRE, since: at });
}

describe('a visit', () => {
  it('counts when the member says 是, asked once in private', async () => {
    const said = await world.say(CADRE, '见面 李阿姨', { group: null });
    expect(said).toContainEqual(expect.stringContaining('记下了：和李阿姨见面'));
    expect(world.saidTo(MEMBER)).toEqual(['王芳说今天和您见过面，是的话回"是"，没有回"没有"。']);
    expect(await logged()).toMatchObject([{ personId: MEMBER, way: 'visit', acknowledged: false }]);
    expect(await world.say(MEMBER, '是', { group: null })).toEqual(['好，谢谢您。']);
    expect(await logged()).toMatchObject([{ acknowledged: true }]);
  });

  it('that was none is taken away, and the cadre hears of it gently', async () => {
    await world.say(CADRE, '通话 李阿姨', { group: null });
    await world.say(MEMBER, '没有', { group: null });
    expect(await logged()).toEqual([]);
    expect(world.saidTo(CADRE).at(-1)).toBe('李阿姨说没有这次通话，我先不记了。要是说错了人，请重说一次。');
  });

  it('is logged once a day for a pair and a way', async () => {
    await world.say(CADRE, '见面 李阿姨', { group: null });
    expect(await world.say(CADRE, '见面了 李阿姨', { group: null })).toEqual([
      '今天和李阿姨见面记过了，一天记一次就行。',
    ]);
    await world.say(CADRE, '通话@李阿姨', { group: null });
    expect(await logged()).toHaveLength(2);
    await world.jumpTo('2026-11-25T10:00:00+08:00');
    await world.say(CADRE, '见面 李阿姨', { group: null });
    expect(await logged()).toHaveLength(3);
  });

  it('of somebody the bot cannot write to is asked in the group only where the cadre said it there', async () => {
    const alone = await world.say(CADRE, '见面 陈师傅', { group: null });
    expect(alone).toEqual([expect.stringContaining('陈师傅还没加我好友')]);
    expect(world.saidTo(GROUP)).toEqual([]);
    await world.jumpTo('2026-11-25T10:00:00+08:00');
    const said = await world.say(CADRE, '见面 @陈师傅', { mention: true });
    expect(said).toEqual([expect.stringContaining('王芳说今天和您见过面，是的话回"是"')]);
    expect(await world.say(MEMBER, '是')).toEqual([]);
    expect((await logged())[0]?.acknowledged).toBe(false);
    expect(await world.say(STRANGER, '是')).toEqual([expect.stringContaining('好，谢谢您')]);
    expect((await logged())[0]?.acknowledged).toBe(true);
  });

  it('logged in the evening is asked about when work begins, and answered hours later too', async () => {
    await world.jumpTo('2026-11-24T20:00:00+08:00');
    await world.say(CADRE, '见面 李阿姨', { group: null });
    expect(world.saidTo(MEMBER)).toEqual([]);
    await world.jumpTo('2026-11-25T09:01:00+08:00');
    expect(world.saidTo(MEMBER)).toEqual(['王芳说昨天和您见过面，是的话回"是"，没有回"没有"。']);
    await world.jumpTo('2026-11-25T16:00:00+08:00');
    await world.say(MEMBER, '见过', { group: null });
    expect((await logged())[0]?.acknowledged).toBe(true);
  });

  it('is answered by a quote of the question when something else was said since', async () => {
    await world.say(CADRE, '见面 李阿姨', { group: null });
    await world.say(MEMBER, '进度', { group: null });
    await world.jumpTo('2026-11-24T11:00:00+08:00');
    await world.say(MEMBER, '是', { group: null });
    expect((await logged())[0]?.acknowledged).toBe(false);
    const question = world.chat.history(MEMBER).find(each => each.text.includes('见过面'));
    await world.say(MEMBER, '是的', { group: null, replyTo: question?.id ?? '' });
    expect((await logged())[0]?.acknowledged).toBe(true);
  });

  it('is named by the number of a ticket too', async () => {
    await world.say(MEMBER, '帮我记一下楼道灯坏了三天没人修', { mention: true });
    await world.say(CADRE, '通话 1', { group: null });
    expect(await logged()).toMatchObject([{ personId: MEMBER, way: 'call' }]);
  });
});

describe('words that log nothing', () => {
  it.each([
    ['见面', '和谁见面？'],
    ['见面 没这个人', '您的群里没找到"没这个人"'],
    ['见面 孙强', '同事之间不用记'],
    ['通话 99', '没有第99件'],
  ])('%s', async (words, answer) => {
    expect(await world.say(CADRE, words, { group: null })).toEqual([expect.stringContaining(answer)]);
    expect(await logged()).toEqual([]);
  });

  it('two of one name are asked about, and the group tells them apart', async () => {
    await addGroup('g-yang', '阳光花园');
    await addMember('p-li2', '李阿姨', 'g-yang');
    const [question] = await world.say(CADRE, '见面 李阿姨', { group: null });
    expect(question).toContain('有几位李阿姨：彭浦青年之家、阳光花园');
    await world.say(CADRE, '见面 李阿姨 阳光', { group: null });
    expect(await logged()).toMatchObject([{ personId: 'p-li2' }]);
  });

  it('somebody of no group of the cadre is not found', async () => {
    await addMember('p-far', '周老师', 'g-elsewhere');
    expect(await world.say(CADRE, '见面 周老师', { group: null })).toEqual([
      expect.stringContaining('没找到"周老师"'),
    ]);
  });

  it('of a member or a leader are talk or refused', async () => {
    await world.say(MEMBER, '见面 陈师傅', { group: null });
    await world.say(LEADER, '见面 陈师傅', { group: null });
    expect(await world.say(MEMBER, '见面 陈师傅')).toEqual([]);
    expect(await logged()).toEqual([]);
  });

  it('是 and 没有 without the question are ordinary talk', async () => {
    expect(await world.say(MEMBER, '是')).toEqual([]);
    expect(await world.say(MEMBER, '没有')).toEqual([]);
    expect(await world.say(MEMBER, '是', { group: null })).toEqual([expect.stringContaining('没听懂')]);
  });
});
