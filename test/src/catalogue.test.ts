import { describe, expect, it } from 'vitest';
import { type CatalogueItem, changedItems, isSameCatalogue, searchItems } from '../../src/catalogue.ts';
import { aboutServices } from '../../src/texts.ts';

const item = (what: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  line: 'rights',
  what,
  whenText: '每周三14:00-16:00',
  whereText: '社区服务中心',
  who: '王律师',
  limitClass: null,
  ...more,
});
const MANY = ['法律咨询', '楼道报修', '助餐点', '招聘对接', '亲子活动', '健康讲座', '创业辅导'].map(what =>
  item(what),
);

describe('a page of 服务', () => {
  it('tells all of an item when that fits into one message of a group', () => {
    const said = aboutServices.list([item('法律咨询')], 1, false);
    expect(said).toBe('1 法律咨询 每周三14:00-16:00 社区服务中心 王律师\n要办哪件，直接@我说。');
  });

  it('tells five items and how to go on, in at most 90 characters', () => {
    const said = aboutServices.list(MANY, 1, false);
    expect([...said].length).toBeLessThanOrEqual(90);
    expect(said.split('\n')).toHaveLength(6);
    expect(said).toContain('5 亲子活动');
    expect(said).toContain('说"服务 2"看后面');
  });

  it('goes on with the numbers of the whole list', () => {
    expect(aboutServices.list(MANY, 2, false)).toMatch(/^6 健康讲座.*\n7 创业辅导/u);
  });

  it('tells everything in private', () => {
    expect(aboutServices.list(MANY, 1, true)).toContain('5 亲子活动 每周三14:00-16:00 社区服务中心 王律师');
  });

  it('stays within 90 characters whatever the table holds', () => {
    const long = Array.from({ length: 12 }, () =>
      item('十六个字的事项名称写得真够长的了', {
        whenText: '时'.repeat(20),
        whereText: '地'.repeat(20),
        who: '人'.repeat(14),
      }),
    );
    for (const page of [1, 2, 3])
      expect([...aboutServices.list(long, page, false)].length).toBeLessThanOrEqual(90);
    for (const count of [1, 2, 5])
      expect([...aboutServices.found(long.slice(0, count), false)].length, `${count}`).toBeLessThanOrEqual(
        90,
      );
  });
});

describe('a search in the catalogue', () => {
  it('finds by a word of the item, its place, its people or its line', () => {
    const items = [item('法律咨询'), item('楼道报修', { line: 'housing', who: '李强', whereText: '居委会' })];
    expect(searchItems(items, '咨询').map(each => each.what)).toEqual(['法律咨询']);
    expect(searchItems(items, '李强').map(each => each.what)).toEqual(['楼道报修']);
    expect(searchItems(items, '漏水').map(each => each.what)).toEqual(['楼道报修']);
    expect(searchItems(items, '钓鱼')).toEqual([]);
  });
});

describe('a change of the catalogue', () => {
  it('is what is new or otherwise, else what is gone', () => {
    const before = [item('法律咨询'), item('楼道报修')];
    expect(changedItems(before, [...before, item('助餐点')])).toEqual(['助餐点']);
    expect(changedItems(before, [item('法律咨询', { who: '张律师' }), item('楼道报修')])).toEqual([
      '法律咨询',
    ]);
    expect(changedItems(before, [item('法律咨询')])).toEqual(['楼道报修']);
    expect(changedItems(before, before.toReversed())).toEqual([]);
  });

  it('is none when the table says the same', () => {
    expect(isSameCatalogue(MANY, [...MANY])).toBe(true);
    expect(isSameCatalogue(MANY, MANY.slice(1))).toBe(false);
    expect(isSameCatalogue(MANY, MANY.toReversed())).toBe(false);
  });
});

describe('联系人 with an agreement', () => {
  it('fits into one message of a group, and is whole in private', () => {
    const long = '字'.repeat(40);
    const agreement = { whom: long, how: long, serves: long, whenText: long };
    const names = ['王芳', '孙强', '欧阳志远', '上官婉儿', '司马相如', '诸葛孔明'];
    expect([...aboutServices.contacts(names, agreement, false)].length).toBeLessThanOrEqual(90);
    expect(aboutServices.contacts(names, agreement, true)).toContain(`怎么联系：${long}`);
  });
});
