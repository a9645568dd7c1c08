import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import {
  audit,
  memberships,
  messages,
  outbox,
  people,
  prompts,
  ticketEvents,
  tickets,
} from '../../db/schema.ts';
import { CADRE, GROUP, LEADER, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alone = (text: string, from = MEMBER) => world.say(from, text, { group: null });
const audited = async () =>
  (await world.open.db.select().from(audit).orderBy(audit.seq)).map(({ byId, act, thing }) => ({
    byId,
    act,
    thing,
  }));

describe('我的数据', () => {
  it('is told in private: how much of each kind, and what may be done about it', async () => {
    await world.say(MEMBER, '帮我记一下 三楼楼道灯坏了', { mention: true });
    await world.say(CADRE, '办结 1 换好了', { group: null });
    await world.say(MEMBER, '解决了 1');
    await alone('满意 1');
    const [told = ''] = await alone('我的数据');
    for (const words of [
      '办的事1件',
      '评价1次',
      '原话1条',
      '1个群',
      '是我的好友',
      '没有退出统计',
      '删除我的数据',
    ])
      expect(told).toContain(words);
    expect(told.length).toBeLessThan(200);
  });

  it.each([
    '我的数据',
    '导出我的数据',
    '更正我的名字 李秀英',
    '删除我的数据',
    '确定删除',
    '退出统计',
    '恢复统计',
  ])('leads to private where %s is said in the group', async words => {
    const [told = ''] = await world.say(MEMBER, words, { mention: true });
    expect(told).toContain('私聊我说"我的数据"');
    expect(told.length).toBeLessThanOrEqual(90);
    expect(await world.open.db.select().from(prompts)).toEqual([]);
  });
});

describe('导出我的数据', () => {
  const exported = () => world.chat.history(MEMBER).find(each => each.kind === 'file');
  const opened = () => JSON.parse(Buffer.from(exported()?.picture?.base64 ?? '', 'base64').toString('utf8'));

  it('sends a file with everything of theirs in it', async () => {
    await world.say(MEMBER, '帮我记一下 水管漏了，电话13812345678', { mention: true });
    await alone('导出我的数据');
    expect(exported()?.picture?.name).toBe('我的数据-2026-11-24.json');
    const file = opened();
    expect(file.您).toMatchObject({ 名字: '李阿姨', 是好友: true });
    expect(file.办的事).toMatchObject([{ 件号: 1, 经过: [{ 经过: '记下' }] }]);
    expect(file.还存着的原话[0]).toMatchObject({
      在: '彭浦青年之家',
      原话: expect.stringContaining('13812345678'),
    });
    expect(file.机器人私下对您说的).toEqual(expect.any(Array));
  });

  it('holds nothing of anybody else: neither names nor ids', async () => {
    await world.say(MEMBER, '帮我记一下 请王芳看看陈师傅家的水管', { mention: true });
    await world.say(CADRE, '办结 1 王芳和孙强修好了', { group: null });
    await alone('导出我的数据');
    const text = JSON.stringify(opened());
    for (const other of ['王芳', '孙强', '陈师傅', '赵敏', CADRE, STRANGER, MEMBER, GROUP])
      expect(text).not.toContain(other);
    expect(text).toContain('〔姓名〕和〔姓名〕修好了');
  });

  it('is forgotten here within minutes of being sent', async () => {
    await alone('导出我的数据');
    const rows = () => world.open.db.select().from(outbox).where(eq(outbox.kind, 'file'));
    expect((await rows())[0]?.image).not.toBeNull();
    await world.passTo('2026-11-24T10:06:00+08:00');
    expect(await rows()).toMatchObject([{ image: null, state: 'confirmed' }]);
  });

  it('is forgotten too where it could not be sent', async () => {
    world.chat.refuseSends('对方的设备离线');
    await alone('导出我的数据');
    await world.passTo('2026-11-24T10:50:00+08:00');
    const [row] = await world.open.db.select().from(outbox).where(eq(outbox.kind, 'file'));
    expect(row?.image).toBeNull();
    world.chat.refuseSends(null);
    expect(await world.passTo('2026-11-24T11:00:00+08:00')).toEqual([]);
  });

  it('stands in the audit without saying whose it was', async () => {
    await alone('导出我的数据');
    const [entry] = await audited();
    expect(entry).toMatchObject({ act: 'export-own-data', byId: expect.stringMatching(/^member-/) });
    expect(await verifyAudit(world.open.db)).toEqual({ rows: 1, brokenAt: null });
  });
});

describe('更正我的名字', () => {
  it('changes what the person is called everywhere', async () => {
    await world.open.db.update(memberships).set({ alias: '3栋李' }).where(eq(memberships.personId, MEMBER));
    expect(await alone('更正我的名字 李秀英')).toEqual([
      '好，以后就叫您李秀英。再要改，还说"更正我的名字"。',
    ]);
    await world.say(MEMBER, '帮我记一下 楼道灯坏了', { mention: true });
    expect(world.saidTo(CADRE).at(-1)).toContain('李秀英');
    expect(await audited()).toMatchObject([{ act: 'correct-own-name' }]);
  });

  it.each([
    '更正我的名字',
    '更正我的名字 13812345678',
    `更正我的名字 ${'长'.repeat(21)}`,
    '更正我的名字 @王芳',
    '更正我的名字 12',
  ])('asks for a name where %s says none', async words => {
    expect((await alone(words))[0]).toContain('改成什么名字');
    const [person] = await world.open.db.select().from(people).where(eq(people.id, MEMBER));
    expect(person?.name).toBe('李阿姨');
  });

  it('is for members: staff stand in the roster', async () => {
    expect((await alone('更正我的名字 王小芳', CADRE))[0]).toContain('管理员');
  });
});

describe('退出统计', () => {
  const stored = async () =>
    (await world.open.db.select().from(messages).where(eq(messages.placeId, GROUP))).map(row => row.text);

  it('stores nothing more of what they say to others, and all of what they say to the bot', async () => {
    const [told = ''] = await alone('退出统计');
    expect(told).toContain('不听也不存');
    await world.say(MEMBER, '今天菜场的荠菜真新鲜');
    await world.say(MEMBER, '三楼楼道灯坏了，能不能找人修一下');
    expect(await stored()).toEqual([]);
    await world.say(MEMBER, '帮我记一下 三楼楼道灯坏了', { mention: true });
    expect(await stored()).toHaveLength(1);
    const ofBot = world.chat.history(GROUP).find(each => each.text.includes('记下了'));
    await world.say(MEMBER, '谢谢', { replyTo: ofBot?.id ?? '' });
    expect(await stored()).toHaveLength(2);
  });

  it('still hears the one word that answers the bot, and not the talk beside it', async () => {
    await alone('退出统计');
    await world.say(MEMBER, '三楼楼道灯坏了，能不能找人修一下', { mention: true });
    await world.say(MEMBER, '晚上都看不见');
    expect((await world.say(MEMBER, '记录'))[0]).toContain('记下了，第1件');
    expect(await stored()).toHaveLength(2);
  });

  it('ends with 恢复统计', async () => {
    await alone('退出统计');
    await alone('恢复统计');
    await world.say(MEMBER, '今天菜场的荠菜真新鲜');
    expect(await stored()).toHaveLength(1);
    expect((await audited()).map(entry => entry.act)).toEqual(['opt-out', 'opt-in']);
    expect(new Set((await audited()).map(entry => entry.byId)).size).toBe(1);
  });

  it('is not for staff, whose duty is what is measured', async () => {
    expect((await alone('退出统计', CADRE))[0]).toContain('不能退出统计');
    const [cadre] = await world.open.db.select().from(people).where(eq(people.id, CADRE));
    expect(cadre?.optedOutAt).toBeNull();
  });
});

describe('原文', () => {
  const SAID = '帮我记一下 水管漏了，我家3号601，电话138 1234 5678';
  beforeEach(() => world.say(MEMBER, SAID, { mention: true }));

  it('shows the words unmasked to whoever handles the ticket, and says so in the audit', async () => {
    const [told = ''] = await alone('原文 1', CADRE);
    expect(told).toContain('138 1234 5678');
    expect(await audited()).toEqual([{ byId: CADRE, act: 'view-raw-text', thing: 'ticket/1' }]);
    const [entry] = await world.open.db.select().from(audit);
    expect(JSON.stringify(entry)).not.toContain('水管');
  });

  it.each([
    ['another cadre', 'p-sun'],
    ['the leader', LEADER],
    ['a neighbour', STRANGER],
  ])('is not shown to %s', async (_, who) => {
    const told = (await alone('原文 1', who)).join();
    expect(told).not.toContain('1234');
    expect(await audited()).toEqual([]);
  });

  it('is not said in the group', async () => {
    expect((await world.say(CADRE, '原文 1', { mention: true })).join()).not.toContain('1234');
  });

  it('says calmly when the words are gone', async () => {
    await world.open.db.update(messages).set({ text: null, textState: 'dropped' });
    expect((await alone('原文 1', CADRE))[0]).toContain('已经不在了');
  });
});

describe('numbers of people', () => {
  it('stand masked in topics, reasons and closing words, in the group and in the log of the ticket', async () => {
    await world.say(MEMBER, '帮我记一下 打我138-1234-5678', { mention: true });
    await world.say(CADRE, '等 1 电工 13987654321 明天来', { group: null });
    await world.say(CADRE, '办结 1 电工13987654321修好了，有事打021-62345678', { group: null });
    const { db } = world.open;
    const rows = JSON.stringify([await db.select().from(tickets), await db.select().from(ticketEvents)]);
    for (const number of ['138-1234-5678', '13987654321', '13812345678']) expect(rows).not.toContain(number);
    const inGroup = world.saidTo(GROUP).join();
    expect(inGroup).not.toContain('13987654321');
    expect(inGroup).toContain('139****4321');
    expect(inGroup).toContain('021-62345678');
    expect(world.saidTo(CADRE).join()).not.toContain('1234-5678');
    for (const sign of ['13987654321', '1234-5678', MEMBER, '李阿姨'])
      expect(world.logged()).not.toContain(sign);
  });
});
