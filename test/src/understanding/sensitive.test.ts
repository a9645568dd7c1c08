import { describe, expect, it } from 'vitest';
import { sensitiveIn } from '../../../src/understanding/sensitive.ts';

describe('private matters', () => {
  it.each([
    ['我老公动手打人，家暴好几年了', 'violence'],
    ['我女儿确诊抑郁了，不知道怎么办', 'health'],
    ['老板欠我三万块钱不还', 'debt'],
    ['我网贷还不上了', 'debt'],
    ['我要举报王建国书记贪污', 'dispute'],
    ['我想离婚，孩子归谁', 'family'],
    ['我的身份证110101199003071234，帮我查一下', 'identity'],
  ])('%s', (text, topic) => {
    expect(sensitiveIn(text)).toBe(topic);
  });

  it.each([
    '法律援助要钱吗',
    '楼道灯坏了',
    '投诉保洁不扫地',
    '维权热线是多少',
    '离婚冷静期多少天',
    '物业费欠费怎么补交',
    '电话13800138000',
    '收到',
  ])('%s is none', text => {
    expect(sensitiveIn(text)).toBeNull();
  });
});
