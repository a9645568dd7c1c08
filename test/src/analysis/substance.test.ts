import { expect, test } from 'vitest';
import { factOf, fingerprintOf, substanceOf } from '../../../src/analysis/substance.ts';
import type { MessageKind } from '../../../src/chat.ts';

const substance = (text: string, kind: MessageKind = 'text') =>
  substanceOf({ text, kind, isCommandToBot: false });
const fact = (text: string, label: 'chatter' | 'request' = 'chatter') =>
  factOf({ text, kind: 'text', isCommandToBot: false }, { label, confidence: 1 }, 'v');

test.each([
  '收到',
  '收到！',
  '收到收到',
  '好的',
  '好的，收到',
  '+1',
  '1',
  '👍',
  '👍👍👍',
  '[强][强]',
  '已阅',
  '学习了',
  '谢谢分享',
  '#接龙\n1. 张三\n2. 李四',
  '接龙',
  '@王芳 收到',
  '收到谢谢',
  '收到了，辛苦大家',
])('%s is filler', text => {
  expect(substance(text)).toBe('filler');
});

test.each(['大家早上好', '早安', '各位邻居晚上好！', '祝大家中秋快乐', '欢迎新邻居加入', '早上好呀[太阳]'])(
  '%s is a greeting',
  text => {
    expect(substance(text)).toBe('greeting');
  },
);

test.each([
  '收到通知的请明天来活动室',
  '好的停车位还有吗',
  '大家早上好，今天三号楼停水',
  '谢谢分享会的各位老师来讲课',
  '学习了一下午电脑',
  '楼道灯又坏了',
  '1号楼今天停水',
])('%s is words', text => {
  expect(substance(text)).toBe('words');
});

test('pictures, links and forwards are broadcasts, whether by kind or by text', () => {
  expect(substance('', 'image')).toBe('broadcast');
  expect(substance('某某文章标题很长', 'link')).toBe('broadcast');
  expect(substance('https://example.org/a?b=1')).toBe('broadcast');
  expect(substance('[聊天记录]')).toBe('broadcast');
});

test('joins, adverts, red packets and the chat’s own lines are nothing', () => {
  expect(substance('张三加入了群聊')).toBe('none');
  expect(substance('帮我砍一刀，谢谢大家啦')).toBe('none');
  expect(substance('今日特价草莓，限时秒杀')).toBe('none');
  expect(substance('', 'red-packet')).toBe('none');
  expect(substance('？？？')).toBe('none');
});

test('a command to the bot is a command whatever it says', () => {
  expect(substanceOf({ text: '楼道灯的进度怎么样', kind: 'text', isCommandToBot: true })).toBe('command');
});

test('names that are mentioned and addresses are not counted as Han', () => {
  expect(fact('@王芳芳芳芳 好吧').han).toBe(2);
  expect(fact('@所有人 明天停水').han).toBe(4);
  expect(fact('看https://例子.中国/页面').han).toBe(1);
});

test('near-duplicates share a fingerprint, different words do not', () => {
  expect(fingerprintOf('通知3：明天9点停水！')).toBe(fingerprintOf('@王芳 通知 12：明天10点停水'));
  expect(fingerprintOf('明天停水')).not.toBe(fingerprintOf('明天停电'));
  expect(fingerprintOf('！！123')).toBeNull();
});

test.each([
  ['青年夜校第三期开始报名', '青年夜校第十一期开始报名'],
  ['第三期报名', '第3期报名'],
  ['十一月三日下午在活动室量血压', '3月20日下午在活动室量血压'],
  ['二〇二六年三月五号体检', '2027年十二月八号体检'],
  ['周三下午有律师坐班', '星期五下午有律师坐班'],
])('%s and %s are copies: only the date differs', (one, other) => {
  expect(fingerprintOf(one)).toBe(fingerprintOf(other));
});

test.each([
  ['三楼的灯不亮', '五楼的灯不亮'],
  ['三号楼停水', '五号楼停水'],
  ['住十一月租房的三号楼', '住十一月租房的五号楼'],
  ['三个孩子要托管', '两个孩子要托管'],
  ['一周三次送餐', '一周五次送餐'],
  ['周三停水', '明天停水'],
  ['第三单元漏水', '第五单元漏水'],
])('%s and %s are two matters', (one, other) => {
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
});

test('thanks and not-solved are told apart, and thanks ahead of help are not thanks', () => {
  expect(fact('谢谢王主任')).toMatchObject({ isThanks: true, isNotSolved: false });
  expect(fact('已经解决了')).toMatchObject({ isThanks: true, isNotSolved: false });
  expect(fact('还没解决')).toMatchObject({ isThanks: false, isNotSolved: true });
  expect(fact('没有人管啊，还是不亮')).toMatchObject({ isNotSolved: true });
  expect(fact('解决了吗？')).toMatchObject({ isThanks: false, isNotSolved: false });
  expect(fact('请帮忙看看楼道灯，谢谢', 'request')).toMatchObject({ isThanks: false });
});
