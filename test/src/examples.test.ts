import { describe, expect, it } from 'vitest';
import { type Example, exampleOf, similarExamples } from '../../src/examples.ts';

describe('an example', () => {
  it('keeps the need and what was done, without name, number and home', () => {
    const made = exampleOf('3号楼2单元楼道灯坏了', '找物业刘师傅13812345678当天换了灯泡，登记了备用', [
      '刘师傅',
      '李阿姨',
    ]);
    expect(made?.need).toBe('楼道灯坏了');
    expect(made?.done).toContain('当天换了灯泡');
    expect(JSON.stringify(made)).not.toMatch(/刘|138|3号楼/);
  });

  it.each([
    ['no closing words', '楼道灯坏了', null],
    ['closing words that teach nothing', '楼道灯坏了', '办好了'],
    ['nothing left but gaps', '楼道灯坏了', '13812345678，3号楼502，李阿姨，王芳去'],
    ['a need that is only a place', '3号楼502室', '上门看过，当天修好了水管'],
  ])('is not made of %s', (_, topic, words) =>
    expect(exampleOf(topic, words, ['李阿姨', '王芳'])).toBeNull(),
  );
});

const NEEDS = [
  '三楼楼道灯坏了',
  '孩子转学要什么材料',
  '电梯老是停',
  '低保怎么申请',
  '楼上漏水到我家',
  '垃圾没人清运',
  '独居老人想找人送饭',
  '被公司拖欠工资',
  '暖气不热',
  '想找工作',
];
const LIBRARY: Example[] = NEEDS.map((need, at) => ({ id: String(at), need, done: '办好了' }));

describe('a similar example', () => {
  // Written by hand; the weights and the threshold were chosen on the first eleven and the first six that have none.
  it.each([
    ['五楼楼道的灯不亮', 0],
    ['楼道灯坏了三天没人修', 0],
    ['孩子上学转学手续怎么办', 1],
    ['电梯坏了停在六楼', 2],
    ['想申请低保不知道找谁', 3],
    ['卫生间天花板漏水是楼上的', 4],
    ['垃圾堆了三天没有清运', 5],
    ['老人一个人住能不能送饭', 6],
    ['老板拖欠三个月工资', 7],
    ['家里暖气一直不热', 8],
    ['失业了想找个工作', 9],
    ['二单元楼道灯一闪一闪', 0],
    ['电梯又困人了', 2],
    ['低保申请被退回来了', 3],
    ['工资拖欠了怎么讨', 7],
  ])('of "%s" is the one of its sort', (topic, at) =>
    expect(similarExamples(topic, LIBRARY, 1).map(each => each.need)).toEqual([NEEDS[at]]),
  );

  it.each([
    '孩子打疫苗在哪里',
    '噪音太大睡不着',
    '老人要办老年证',
    '下水道堵了',
    '楼下广场舞太吵',
    '小区门口想加个充电桩',
    '医保报销比例是多少',
    '想给小区装个快递柜',
    '狗没人管到处跑',
    '身份证丢了在哪补',
    '孩子放学没人接',
    '楼上空调外机滴水声',
  ])('of "%s" there is none', topic => expect(similarExamples(topic, LIBRARY, 3)).toEqual([]));
});
