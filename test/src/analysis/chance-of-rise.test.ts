import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfRise } from '../../../src/analysis/chance-of-rise.ts';

test('it is the upper tail of the binomial, as tables give it', () => {
  // Of 4 events, 3 or more in a third of the time: 4·(1/3)³·(2/3) + (1/3)⁴ = 9/81.
  expect(chanceOfRise(3, 1, 1 / 3)).toBeCloseTo(9 / 81, 12);
  // Half the time: of 10 events 8 or more, (45 + 10 + 1) / 1024.
  expect(chanceOfRise(8, 2, 1 / 2)).toBeCloseTo(56 / 1024, 12);
  expect(chanceOfRise(0, 0, 1 / 3)).toBe(1);
  expect(chanceOfRise(0, 9, 1 / 3)).toBeCloseTo(1, 12);
});

test('more now is less likely by chance, more before makes it likelier, and thousands do not break it', () => {
  const counts = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(counts, counts, (now, before) => {
      const chance = chanceOfRise(now, before, 1 / 3);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chanceOfRise(now + 1, before, 1 / 3)).toBeLessThanOrEqual(chance + 1e-9);
      expect(chanceOfRise(now, before + 1, 1 / 3)).toBeGreaterThanOrEqual(chance - 1e-9);
    }),
    { seed: 5, numRuns: 100 },
  );
});
