import { expect, test } from 'vitest';
import { finishedMonths, monthOf, quarterOf, weekEndOf } from '../../../src/survey/when.ts';

test('a day has its month, its quarter and the Sunday that ends its week', () => {
  expect(monthOf('2026-11-24')).toBe('2026-11');
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ]);
  expect(['2026-11-23', '2026-11-24', '2026-11-29', '2026-12-31'].map(weekEndOf)).toEqual([
    '2026-11-29',
    '2026-11-29',
    '2026-11-29',
    '2027-01-03',
  ]);
});

test('the months that are over do not hold the running one, and go back over the year', () => {
  expect(finishedMonths('2026-02-15', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(finishedMonths('2026-12-31', 12).at(-1)).toBe('2026-11');
  expect(finishedMonths('2027-01-01', 12).at(-1)).toBe('2026-12');
});
