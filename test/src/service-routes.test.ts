import { describe, expect, it } from 'vitest';
import { lineOf, readLine } from '../../src/service-lines.ts';
import { fitRoute, routeNamed, type ServiceRoute } from '../../src/service-routes.ts';

const route = (name: string, line: string, words: string[]): ServiceRoute => ({
  name,
  kind: 'station',
  line,
  words,
  phone: null,
  whereText: null,
  whenText: null,
});

const LEGAL = route('社区法律援助站', 'rights', ['欠薪', '劳动合同', '押金']);
const STARTUP = route('创业指导站', 'startup', ['开店', '营业执照', '劳动合同模板']);
const ROUTES = [LEGAL, STARTUP];

describe('the service line of a matter', () => {
  it.each([
    ['老板拖欠工资三个月了', 'rights'],
    ['想开店不知道营业执照怎么办', 'startup'],
    ['楼道灯坏了', 'housing'],
    ['奶奶一个人住，想申请长护险', 'elderly'],
    ['孩子转学要什么材料', 'family'],
    ['医保报销去哪里', 'health'],
    ['失业金怎么领', 'jobs'],
    ['想当志愿者', 'volunteering'],
    ['垃圾分类讲座什么时候', 'science'],
    ['今天天气真好', null],
  ])('of "%s" is %s', (text, line) => expect(lineOf(text)).toBe(line));

  it.each([
    ['rights', 'rights'],
    ['维权和法律援助', 'rights'],
    ['维权', 'rights'],
    ['物业', 'housing'],
    ['棋牌', '棋牌'],
  ])('written %s is read as %s', (written, line) => expect(readLine(written)).toBe(line));
});

describe('the place for a matter', () => {
  it('is the one whose words stand in it', () => {
    expect(fitRoute('房东押金不退', ROUTES)?.name).toBe('社区法律援助站');
    expect(fitRoute('想在小区门口开店', ROUTES)?.name).toBe('创业指导站');
  });

  it('is told by the longest word where several are found', () => {
    expect(fitRoute('哪里有劳动合同模板', ROUTES)?.name).toBe('创业指导站');
    expect(fitRoute('劳动合同没签', ROUTES)?.name).toBe('社区法律援助站');
  });

  it('is one of its line where no word stands in it', () => {
    expect(fitRoute('想问问离婚的事', ROUTES)?.name).toBe('社区法律援助站');
    expect(fitRoute('第三栋的事', ROUTES, 'startup')?.name).toBe('创业指导站');
  });

  it('is none where neither fits, and the first where two fit alike', () => {
    expect(fitRoute('楼道灯坏了', ROUTES)).toBeNull();
    expect(fitRoute('欠薪', [LEGAL, { ...LEGAL, name: '区法律援助中心' }])?.name).toBe('社区法律援助站');
  });

  it('is found by a part of its name when that is of one place only', () => {
    expect(routeNamed('法律援助站', ROUTES)?.name).toBe('社区法律援助站');
    expect(routeNamed('站', ROUTES)).toBeNull();
    expect(routeNamed('', ROUTES)).toBeNull();
  });
});
