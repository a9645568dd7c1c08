import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileOfWaits, type Wait } from '../../../src/analysis/measures/m07-answered.ts';
import { quantileOfRows, roundedWait, rowsOfWaits, WAIT_ERROR } from '../../../src/analysis/waits.ts';

/** From a second to two years of working time. */
const minutes = fc.oneof(fc.constant(0), fc.double({ min: 1 / 60, max: 100_000, noNaN: true }));
const waits = fc.array(fc.record({ minutes, isAnswered: fc.boolean() }), { maxLength: 80 });
const quantiles = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9);

test('every wait is rounded by two parts in a hundred at most, no wait not at all', () => {
  expect(roundedWait(0)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 1 / 60, max: 1e7, noNaN: true }), length => {
      expect(Math.abs(roundedWait(length) - length)).toBeLessThanOrEqual(length * WAIT_ERROR * (1 + 1e-9));
    }),
  );
});

test('the quantile of rows is the exact one of Kaplan and Meier over the rounded waits, unanswered ones included', () => {
  fc.assert(
    fc.property(waits, quantiles, (list, quantile) => {
      const rounded = list.map((wait): Wait => ({ ...wait, minutes: roundedWait(wait.minutes) }));
      expect(quantileOfRows(rowsOfWaits(list), quantile)).toBe(quantileOfWaits(rounded, quantile));
    }),
    { numRuns: 500 },
  );
});

test('where everybody was answered it lies within two parts in a hundred of the exact one', () => {
  fc.assert(
    fc.property(waits, quantiles, (list, quantile) => {
      const answered = list.map(wait => ({ ...wait, isAnswered: true }));
      const exact = quantileOfWaits(answered, quantile);
      const told = quantileOfRows(rowsOfWaits(answered), quantile);
      expect(told === null).toBe(exact === null);
      expect(Math.abs((told ?? 0) - (exact ?? 0))).toBeLessThanOrEqual(
        (exact ?? 0) * WAIT_ERROR * (1 + 1e-9),
      );
    }),
  );
});

test('a province of waits needs no more rows than there are lengths of waits', () => {
  const many = Array.from({ length: 200_000 }, (_, at) => ({
    minutes: ((at * 7919) % 12_000) + 0.1,
    isAnswered: at % 3 > 0,
  }));
  expect(rowsOfWaits(many).length).toBeLessThan(350);
});
