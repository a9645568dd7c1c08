import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFaqContent } from '../../cli/content.ts';
import { verifyAudit } from '../../db/audit.ts';
import { ownIdOf } from '../../db/bindings.ts';
import { groups, memberships, messages, people } from '../../db/schema.ts';
import { GROUP, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const newGroup = () =>
  world.open.db.insert(groups).values({
    id: 'g-new',
    name: '临汾姐妹群',
    unitId: 'u-street',
    kind: 'grassroots',
    size: 80,
    createdAt: null,
    serviceLines: [],
    boundAt: null,
    bindCode: 'ABCD2345',
    noticeAt: null,
  });

describe('a group', () => {
  beforeEach(async () => {
    await newGroup();
    world.chat.addGroup({ id: 'chat-new', name: '临汾姐妹群', members: [{ id: MEMBER }, { id: STRANGER }] });
  });

  it('is bound by the code of the roster, says its notice once, and is listened to from then on', async () => {
    await world.say(MEMBER, '大家好呀', { group: 'chat-new' });
    expect(await world.open.db.select().from(messages)).toEqual([]);
    const said = await world.say(MEMBER, '绑定 abcd2345', { group: 'chat-new' });
    expect(said[0]).toContain('临汾姐妹群接上了');
    expect(said[1]).toContain('服务机器人');
    expect(await ownIdOf(world.open.db, 'test', 'group', 'chat-new')).toBe('g-new');
    await world.say(MEMBER, '今天天气真好', { group: 'chat-new' });
    expect(await world.open.db.select().from(messages)).toHaveLength(1);
    expect(await verifyAudit(world.open.db)).toEqual({ rows: 1, brokenAt: null });
  });

  it('is not bound by a wrong code, nor twice by the same one', async () => {
    expect(await world.say(MEMBER, '绑定 ZZZZ9999', { group: 'chat-new' })).toEqual([]);
    await world.say(MEMBER, '绑定 ABCD2345', { group: 'chat-new' });
    world.chat.addGroup({ id: 'chat-other', name: '别的群', members: [{ id: MEMBER }] });
    expect(await world.say(MEMBER, '绑定 ABCD2345', { group: 'chat-other' })).toEqual([]);
  });

  it('keeps its notice out of quiet hours', async () => {
    await world.jumpTo('2026-11-24T22:00:00+08:00');
    const said = await world.say(MEMBER, '绑定 ABCD2345', { group: 'chat-new' });
    expect(said).toHaveLength(1);
    const morning = await world.passTo('2026-11-25T08:05:00+08:00');
    expect(morning.map(each => each.text)).toContainEqual(expect.stringContaining('服务机器人'));
  });
});

describe('a cadre', () => {
  it('is known in private by a code of their own, once', async () => {
    await world.open.db
      .update(people)
      .set({ bindCode: 'WXYZ6789', isContact: false })
      .where(eq(people.id, 'p-sun'));
    const phone = world.chat.addPerson({ name: '孙强的新手机', isContact: true });
    expect((await world.say(phone.id, '绑定 WXYZ6789', { group: null }))[0]).toContain('孙强您好');
    expect(await ownIdOf(world.open.db, 'test', 'person', phone.id)).toBe('p-sun');
    expect((await world.say(phone.id, '我的工单', { group: null }))[0]).toContain('手上没有在办的事');
  });
});

describe('a wrong code', () => {
  it('said in private is answered with where to get the right one', async () => {
    expect((await world.say(MEMBER, '绑定 NOSUCH99', { group: null }))[0]).toContain('向管理员要一个新的');
  });
});

describe('people', () => {
  it('who join are welcomed together, at most once in two hours', async () => {
    for (const name of ['小周', '小吴']) {
      const person = world.chat.addPerson({ name });
      world.chat.join(GROUP, person.id);
    }
    await world.say(STRANGER, '欢迎欢迎');
    expect(world.saidTo(GROUP).filter(text => text.includes('欢迎新朋友'))).toHaveLength(1);
  });

  it('who leave are no longer members, and keep their rows', async () => {
    world.chat.leave(GROUP, STRANGER);
    await world.say(MEMBER, '陈师傅怎么走了');
    const [row] = await world.open.db.select().from(memberships).where(eq(memberships.personId, STRANGER));
    expect(row?.leftAt).not.toBeNull();
  });

  it('never seen before are taken in with a role unknown', async () => {
    const person = world.chat.addPerson({ name: '新邻居' });
    world.chat.join(GROUP, person.id);
    await world.say(person.id, '大家好，我刚搬来');
    const id = await ownIdOf(world.open.db, 'test', 'person', person.id);
    const [row] = await world.open.db
      .select()
      .from(people)
      .where(eq(people.id, id ?? ''));
    expect(row).toMatchObject({ name: '新邻居', role: 'unknown', isContact: false });
  });

  it('who ask to be friends are accepted and greeted', async () => {
    world.chat.requestFriend(STRANGER, '您好');
    await world.say(MEMBER, '早');
    expect(world.saidTo(STRANGER).join()).toContain('我是服务机器人');
  });
});

describe('a bare digit', () => {
  const ask = () =>
    world.say(MEMBER, '三楼楼道灯坏了，晚上老人下楼看不见，能不能找人修一下', { mention: true });

  it('or word answers the bot’s question for ten minutes, and after that it is talk', async () => {
    await ask();
    await world.passTo('2026-11-24T10:11:00+08:00');
    expect(await world.say(MEMBER, '记录')).toEqual([]);
    expect((await world.say(MEMBER, '记录', { mention: true })).join()).toContain('记下了，第1件');
  });

  it('or word of somebody else answers nothing', async () => {
    await ask();
    expect(await world.say(STRANGER, '记录')).toEqual([]);
  });
});

const DOUBTFUL = '年假有几天怎么算';

describe('a doubtful question', () => {
  beforeEach(async () => {
    await world.close();
    world = await openWorld({ entries: await readFaqContent() });
  });

  it('is asked back, and the digit chosen is answered with its source', async () => {
    expect((await world.say(MEMBER, DOUBTFUL, { mention: true }))[0]).toContain(
      '您是想问"年休假有几天"吗？是回"1"',
    );
    expect((await world.say(MEMBER, '1'))[0]).toContain(
      '满20年15天。节假日不算在内。（国务院《职工带薪年休假条例》，2007年12月）',
    );
  });

  it('that was none of the choices is offered to be recorded', async () => {
    await world.say(MEMBER, DOUBTFUL, { mention: true });
    expect((await world.say(MEMBER, '0'))[0]).toContain('要不要记下来');
    expect((await world.say(MEMBER, '记录')).join()).toContain('第1件');
  });

  it('is not asked back when nobody asked the bot', async () => {
    expect(await world.say(MEMBER, DOUBTFUL)).toEqual([]);
  });
});
