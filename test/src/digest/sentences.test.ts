import { describe, expect, it } from 'vitest';
import { sayTheme } from '../../../src/digest/say-theme.ts';
import { composeDigest } from '../../../src/digest.ts';
import type { Theme } from '../../../src/themes/theme.ts';
import { analysed, MONDAY, weekOfGroups } from '../../support/digest-inputs.ts';

const THEME: Theme = {
  topic: '加装电梯的补贴',
  line: 'housing',
  persons: 8,
  needs: 9,
  personsBefore: 5,
  quote: null,
  quoteOfId: null,
};
const HELPED = {
  persons: 12,
  byLine: [
    { line: 'housing', persons: 5 },
    { line: 'health', persons: 3 },
    { line: null, persons: 4 },
  ],
  volunteers: 4,
};
const cold = (count: number) =>
  Array.from({ length: count }, (_, at) => analysed(`g${at}`, `第${at}个邻里群`, 'cold'));
const textOf = (more: Parameters<typeof weekOfGroups>[1], groups = cold(1)) =>
  composeDigest(weekOfGroups(groups, more), MONDAY).text;

describe('what a digest tells beside the groups', () => {
  it('persons helped by topic, and volunteers as a number', () => {
    const text = textOf({ helped: HELPED });
    expect(text).toContain('上周帮到12人（物业5、就医3等）。');
    expect(text).toContain('该表扬：帮了人的4位志愿者。');
  });

  it('what waits for the leader’s own word, and improvement tasks open and past their limit', () => {
    const text = textOf({ straightUp: [12, 15, 19, 20], improvements: { open: 3, overdue: 1 } });
    expect(text).toContain('直报等您回音4件：第12、15、19件等；改进在办3件，过期1件。');
  });

  it('the theme of the week with its trend, which is told only where it is known', () => {
    expect(textOf({ themes: [THEME] })).toContain('问得最多：加装电梯的补贴，8人（前一周5人）。');
    expect(sayTheme([{ ...THEME, personsBefore: 0 }], true)).toContain('（前一周不到5人）');
    expect(sayTheme([{ ...THEME, personsBefore: null }], true)).toBe('问得最多：加装电梯的补贴，8人。');
    expect(sayTheme([{ ...THEME, quote: '一楼不同意怎么办' }], true)).toContain(
      '有人说："一楼不同意怎么办"。',
    );
    expect(sayTheme([], true)).toBe('');
  });

  it('is given up in one order where the room is short, the groups last', () => {
    const more = {
      helped: HELPED,
      themes: [THEME],
      straightUp: [12],
      praise: [{ groupId: 'g9', name: '老年学堂群', why: '3人说解决了' }],
    };
    const parts = ['直报', '帮到', '问得最多', '该表扬', '回"详'];
    const kept = [1, 3, 4, 5, 6, 30].map(count => {
      const text = textOf(more, cold(count));
      return parts.map(part => text.includes(part));
    });
    expect(kept[0]).toEqual([true, true, true, true, true]);
    for (const [at, row] of kept.entries()) {
      // What is lower in the list goes first, and what is gone for few groups is not back for more.
      expect(row.lastIndexOf(true)).toBeLessThan(row.includes(false) ? row.indexOf(false) : row.length);
      const before = kept[at - 1];
      if (before) for (const [part, has] of row.entries()) if (has) expect(before[part]).toBe(true);
    }
    expect(kept.at(-1)?.at(-1)).toBe(false);
    expect(textOf(more, cold(30))).toContain('第0个邻里群');
  });

  it('a calm week is one line even with help, praise and a theme', () => {
    const text = textOf({ helped: HELPED, themes: [THEME] }, [analysed('g', '学堂群', 'healthy')]);
    expect(text).toBe(
      '彭浦街道周报 第47周：上周没有要您操心的事，帮到12人。该表扬：帮了人的4位志愿者。问得最多：加装电梯的补贴，8人（前一周5人）。',
    );
  });

  it.each([
    ['a straight-up word without an answer', { straightUp: [12] }],
    ['an improvement task past its limit', { improvements: { open: 1, overdue: 1 } }],
  ])('%s is not calm', (_, more) => {
    const digest = composeDigest(weekOfGroups([analysed('g', '学堂群', 'healthy')], more), MONDAY);
    expect(digest.isQuiet).toBe(false);
    expect(digest.text).not.toContain('没有要您操心');
    expect(digest.text).not.toContain('回"详');
  });
});
