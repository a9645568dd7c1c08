import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, wilson } from '../../../src/survey/figures.ts';
import { aboutSurvey } from '../../../src/texts.ts';

const answers = (n: number, k: number) =>
  Array.from({ length: n }, (_, at) => ({ knows: at < k, helped: null }));
const rounded = ({ low, high }: { low: number; high: number }) => [low.toFixed(2), high.toFixed(2)];

describe('the interval of Wilson', () => {
  test.each([
    [80, 100, ['0.71', '0.87']],
    [8, 10, ['0.49', '0.94']],
    [0, 10, ['0.00', '0.28']],
    [10, 10, ['0.72', '1.00']],
  ])('of %i in %i is as the tables have it', (k, n, expected) => {
    expect(rounded(wilson(k, n))).toEqual(expected);
  });

  test('holds the share itself, stays between nothing and all, and narrows with more answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (n, some) => {
        const k = Math.min(some, n);
        const { low, high } = wilson(k, n);
        const more = wilson(10 * k, 10 * n);
        expect(low).toBeLessThanOrEqual(k / n + 1e-9);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('figures', () => {
  test('of nine answers show nothing but how many were asked and answered', () => {
    const figures = figuresOf(20, answers(9, 9));
    expect(figures).toEqual({ asked: 20, answered: 9, responseRate: 0.45, knows: null, helped: null });
    expect(aboutSurvey.own(figures)).toContain('问了20位，9位回了（45%）');
    expect(aboutSurvey.own(figures)).toContain('还不到10位，先不显示');
    expect(aboutSurvey.own(figures)).not.toContain('100%');
  });

  test('of ten answers show the share with its interval, the number of answers and the response rate', () => {
    const figures = figuresOf(25, answers(10, 8));
    expect(figures.knows).toMatchObject({ k: 8, n: 10 });
    expect(aboutSurvey.own(figures)).toContain(
      '问了25位，10位回了（40%）。知道找您：10位里8位，80%（把握范围49%到94%）',
    );
  });

  test('of help count only those who looked for it, and need ten of them', () => {
    const mixed = [
      ...Array.from({ length: 9 }, () => ({ knows: true, helped: true })),
      ...Array.from({ length: 6 }, () => ({ knows: true, helped: null })),
    ];
    expect(figuresOf(15, mixed).helped).toBeNull();
    expect(figuresOf(16, [...mixed, { knows: false, helped: false }]).helped).toMatchObject({ k: 9, n: 10 });
  });

  test('of nobody asked have no response rate', () => {
    expect(figuresOf(0, [])).toMatchObject({ asked: 0, responseRate: null, knows: null });
  });
});
