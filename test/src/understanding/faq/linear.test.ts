import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModels } from '../../../../cli/content.ts';
import { EVIDENCE } from '../../../../src/understanding/faq/evidence.ts';
import { FEATURES } from '../../../../src/understanding/faq/feature-names.ts';
import { chanceOf, openLinear } from '../../../../src/understanding/faq/linear.ts';

describe('a weighted sum', () => {
  it('takes each value by its name, whatever order the weights are written in', () => {
    const sum = openLinear({ weights: { c: 100, a: 1 }, bias: 0.5 }, ['a', 'b', 'c']);
    expect(sum([2, 7, 3])).toBe(302.5);
    expect(sum(Float64Array.of(0, 7, 0))).toBe(0.5);
  });

  it('takes what is missing for nothing', () => {
    expect(openLinear({ weights: { b: 3 }, bias: 1 }, ['a', 'b'])([5])).toBe(1);
  });

  it('refuses a weight of a name it does not know, and says which', () => {
    expect(() => openLinear({ weights: { a: 1, older: 2 }, bias: 0 }, ['a'])).toThrow('“older”');
    expect(() => openLinear({ weights: { gone: 0 }, bias: 0 }, ['a'])).toThrow('“gone”');
  });

  it('as shipped weighs only what this program measures', async () => {
    const { faq } = await readModels();
    expect(() => openLinear(faq.rank, FEATURES)).not.toThrow();
    expect(() => openLinear(faq.sure, EVIDENCE)).not.toThrow();
    expect(new Set(EVIDENCE).size).toBe(EVIDENCE.length);
  });
});

describe('a sum as a chance', () => {
  it('is between 0 and 1, one half at 0, and grows with the sum', () => {
    expect(chanceOf(0)).toBe(0.5);
    expect(chanceOf(-800)).toBe(0);
    expect(chanceOf(800)).toBe(1);
    const sum = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(sum, sum, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(chanceOf(less)).toBeLessThanOrEqual(chanceOf(more));
        expect(chanceOf(less) + chanceOf(-less)).toBeCloseTo(1);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
