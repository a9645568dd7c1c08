import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveAgreement } from '../../db/agreements.ts';
import { saveCatalogue } from '../../db/catalogues.ts';
import { groups, standIns, units } from '../../db/schema.ts';
import type { CatalogueItem } from '../../src/catalogue.ts';
import { CADRE, GROUP, MEMBER, openWorld, STRANGER, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const item = (what: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  line: 'rights',
  what,
  whenText: '每周三14:00-16:00',
  whereText: '社区服务中心',
  who: '王律师',
  limitClass: null,
  ...more,
});
const HOUSING = item('楼道报修', { line: 'housing', whenText: '工作日', who: '李强' });
const SIX = ['法律咨询', '助餐点', '招聘对接', '亲子活动', '健康讲座'].map(what => item(what));

const declare = (items: readonly CatalogueItem[]) =>
  world.open.db.transaction(tx => saveCatalogue(tx, 'u-street', items, world.now()));
const AGREEMENT = { whom: '本群青年', how: '群里随时说', serves: '就业、维权', whenText: '工作日9:00-17:00' };

describe('服务', () => {
  it('tells the lines of the group where no catalogue was given', async () => {
    const [said] = await world.say(MEMBER, '服务', { mention: true });
    expect(said).toContain('咱们群能办：维权和法律援助、物业和修缮');
  });

  it('shows the catalogue page by page, in the group and in private', async () => {
    await declare([...SIX, HOUSING]);
    const [first] = await world.say(MEMBER, '服务', { mention: true });
    expect(first).toContain('1 法律咨询');
    expect(first).toContain('说"服务 2"看后面');
    expect([...(first ?? '')].length).toBeLessThanOrEqual(90);
    expect((await world.say(MEMBER, '服务２', { mention: true }))[0]).toContain('6 楼道报修');
    expect((await world.say(MEMBER, '服务', { group: null }))[0]).toContain('社区服务中心 王律师');
    expect((await world.say(MEMBER, '服务 9', { group: null }))[0]).toContain('只有2页');
  });

  it('with a word finds one item and tells when, where and who', async () => {
    await declare([...SIX, HOUSING]);
    const [found] = await world.say(MEMBER, '服务 漏水', { mention: true });
    expect(found).toBe('@李阿姨\u2005楼道报修：工作日，社区服务中心，找李强。要办直接@我说。');
    expect((await world.say(MEMBER, '服务 钓鱼', { mention: true }))[0]).toContain('没找到"钓鱼"');
  });

  it('asked for in other words is the list', async () => {
    await declare([HOUSING]);
    expect((await world.say(MEMBER, '能办什么事', { mention: true }))[0]).toContain('1 楼道报修');
  });

  it('is that of the nearest unit above which has one', async () => {
    const { db } = world.open;
    await db
      .insert(units)
      .values({ id: 'u-block', name: '三居', parentId: 'u-street', level: 'community', line: 'youth' });
    await db.update(groups).set({ unitId: 'u-block' });
    await declare([HOUSING]);
    expect((await world.say(STRANGER, '服务', { mention: true }))[0]).toContain('楼道报修');
  });

  it('said in passing is no command', async () => {
    await declare([HOUSING]);
    expect(await world.say(MEMBER, '服务态度真不错')).toEqual([]);
    expect(await world.say(MEMBER, '服务')).toEqual([]);
  });
});

describe('联系人', () => {
  it('names who serves now, a stand-in instead of one who is away, and what was agreed', async () => {
    await world.open.db.transaction(tx => saveAgreement(tx, GROUP, AGREEMENT, world.now()));
    expect((await world.say(MEMBER, '联系人', { mention: true }))[0]).toBe(
      '@李阿姨\u2005负责咱们群的是：王芳。约定：群里随时说；服务就业、维权；工作日9:00-17:00。可直接@他们。',
    );
    await world.open.db
      .insert(standIns)
      .values({ cadreId: CADRE, standInId: 'p-sun', fromAt: world.now(), toAt: null });
    const [said] = await world.say(MEMBER, '联系人', { group: null });
    expect(said).toContain('孙强。');
    expect(said).toContain('什么时间：工作日9:00-17:00');
  });

  it('names them alone where nothing was agreed', async () => {
    expect((await world.say(MEMBER, '联系人', { mention: true }))[0]).toContain('负责咱们群的是：王芳。');
  });
});

describe('a change of what was declared', () => {
  const posted = () => world.saidTo(GROUP).filter(text => text.includes('看全部'));

  it('is posted once, catalogue and agreement in one message', async () => {
    await declare([item('法律咨询')]);
    await world.open.db.transaction(tx => saveAgreement(tx, GROUP, AGREEMENT, world.now()));
    await world.jumpTo('2026-11-24T11:00:00+08:00');
    expect(posted()).toEqual(['服务清单定了：法律咨询，说"服务"看全部。联系约定也定了，说"联系人"看全部。']);
    for (const day of ['24T11:30', '24T15:00', '25T10:00', '26T11:00'])
      await world.jumpTo(`2026-11-${day}:00+08:00`);
    expect(posted()).toHaveLength(1);
  });

  it('in the evening waits for the morning, and a second one of the day for tomorrow', async () => {
    await world.jumpTo('2026-11-24T20:00:00+08:00');
    await declare([item('法律咨询')]);
    await world.jumpTo('2026-11-25T08:55:00+08:00');
    expect(posted()).toEqual([]);
    await world.jumpTo('2026-11-25T10:00:00+08:00');
    expect(posted()).toHaveLength(1);
    await declare([item('法律咨询'), HOUSING]);
    await declare([item('法律咨询'), HOUSING, item('助餐点')]);
    await world.jumpTo('2026-11-25T17:00:00+08:00');
    expect(posted()).toHaveLength(1);
    await world.jumpTo('2026-11-26T10:00:00+08:00');
    expect(posted()[1]).toBe('服务清单更新了：楼道报修、助餐点，说"服务"看全部。');
  });

  it('taken back before anybody heard of it is not posted', async () => {
    await declare([item('法律咨询')]);
    await world.jumpTo('2026-11-24T10:30:00+08:00');
    await declare([item('法律咨询'), HOUSING]);
    await declare([item('法律咨询')]);
    await world.jumpTo('2026-11-25T11:00:00+08:00');
    expect(posted()).toHaveLength(1);
  });

  it('older than the binding of a group is no news to it, nor is one of three weeks ago', async () => {
    await declare([HOUSING]);
    await world.open.db.update(groups).set({ boundAt: new Date(world.now().getTime() + 60_000) });
    await world.jumpTo('2026-11-24T11:00:00+08:00');
    expect(posted()).toEqual([]);
    await declare([item('助餐点')]);
    await world.jumpTo('2026-12-18T10:00:00+08:00');
    expect(posted()).toEqual([]);
  });
});
