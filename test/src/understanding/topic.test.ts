import { describe, expect, it } from 'vitest';
import { topicOf } from '../../../src/understanding/topic.ts';

describe('the topic said back', () => {
  it.each([
    ['@暖群 麻烦大家，三楼楼道灯不亮了，老人怕摔', '三楼楼道灯不亮了'],
    ['您好，请问孩子转学要什么材料？', '孩子转学要什么材料'],
    ['灯', '灯'],
    ['？？？', '您刚才说的'],
  ])('of %s is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it('is never longer than 20 characters', () => {
    expect(topicOf('灯'.repeat(300))).toHaveLength(20);
  });
});
