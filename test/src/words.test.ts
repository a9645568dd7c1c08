import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../bots/commands/index.ts';
import { maskNumbers } from '../../src/mask.ts';
import { readNumber, readWords } from '../../src/words.ts';

const SAYS = commands.flatMap(command => command.says);

describe('a command', () => {
  it.each([
    ['接 12', '接', 12, ''],
    ['接12', '接', 12, ''],
    ['接十二', '接', 12, ''],
    ['１２件办结', '办结', 12, ''],
    ['第12件办结 灯换好了', '办结', 12, '灯换好了'],
    ['办结 12，灯换好了', '办结', 12, '灯换好了'],
    ['转 3 @王芳', '转', 3, '@王芳'],
    ['进度', '进度', null, ''],
    ['“记录”', '记录', null, ''],
    ['记录。', '记录', null, ''],
    ['没解决 一百零三', '没解决', 103, ''],
    ['帮我记一下楼道灯坏了', '帮我记一下', null, '楼道灯坏了'],
  ])('%s is read', (text, word, number, rest) => {
    expect(readWords(text, SAYS)).toEqual({ word, number, rest });
  });

  it.each([
    '记录一下生活',
    '接孩子去了',
    '等12分钟就到',
    '转发一下',
    '服务态度真好',
    '满意度调查',
    '进度条卡住了',
    '12楼的灯',
    '',
  ])('%s is talk', text => expect(readWords(text, SAYS)).toBeNull());

  it('is never found by throwing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const read = readWords(text, SAYS);
        expect(read === null || SAYS.includes(read.word)).toBe(true);
      }),
    );
  });

  it('is one command’s for each of those it may be said by: only 办好了 means two things, to a cadre and to a member', () => {
    const audiences = commands.flatMap(({ says, forWhom }) => says.map(word => `${word} ${forWhom}`));
    expect(new Set(audiences).size).toBe(audiences.length);
    expect([...new Set(SAYS.filter((word, at) => SAYS.indexOf(word) !== at))]).toEqual(['办好了']);
  });
});

describe('a number', () => {
  it.each([
    ['十', 10],
    ['二十一', 21],
    ['一百', 100],
    ['007', 7],
  ])('%s is %d', (text, number) => expect(readNumber(text)).toBe(number));
});

describe('numbers of people', () => {
  it('are masked, and ordinary ones are not', () => {
    expect(maskNumbers('13812345678 310101199001011234 6222021234567890123')).toBe(
      '138****5678 310****34 6222****0123',
    );
    expect(maskNumbers('三号楼 12 单元 2026年 第12件 电话 62345678')).toBe(
      '三号楼 12 单元 2026年 第12件 电话 62345678',
    );
  });
});
