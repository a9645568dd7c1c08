import { describe, expect, it } from 'vitest';
import { isPrivateTopic, letterTopic, privateTopic } from '../../src/private-topic.ts';

describe('what a private matter is called', () => {
  it.each([
    ['我女儿确诊了抑郁', '私下说的事（健康）'],
    ['老公喝醉了又打我，我不敢回家', '私下说的事（人身安全）'],
    ['老板欠我三万块工资不给', '私下说的事（钱）'],
    ['我想离婚，孩子的抚养权怎么办', '私下说的事（家里）'],
    ['我要举报王主任', '私下说的事（维权）'],
  ])('%s is %s', (text, topic) => {
    expect(privateTopic(text)).toBe(topic);
    expect(isPrivateTopic(topic)).toBe(true);
  });

  it.each(['三楼楼道灯坏了', '着火了', '法律援助要钱吗'])('%s is nothing private', text => {
    expect(privateTopic(text)).toBeNull();
  });

  it('a letter is called by its kind at most, never by its words', () => {
    expect(letterTopic('我女儿确诊了抑郁')).toBe('网页来信（健康）');
    expect(letterTopic('三楼楼道灯坏了')).toBe('网页来信');
    expect(isPrivateTopic(letterTopic('三楼楼道灯坏了'))).toBe(true);
    expect(isPrivateTopic('三楼楼道灯坏了')).toBe(false);
  });
});
