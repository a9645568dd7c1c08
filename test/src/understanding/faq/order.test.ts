import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonOrder } from '../../../../src/understanding/faq/order.ts';

const units = (text: string): Int32Array => Int32Array.from(text, character => character.codePointAt(0) ?? 0);

/** Straight from the definition, without a table. */
function longestSequence(a: readonly number[], b: readonly number[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const without = longestSequence(rest, b);
  const at = b.indexOf(first);
  return at < 0 ? without : Math.max(without, 1 + longestSequence(rest, b.slice(at + 1)));
}

function longestRun(a: readonly number[], b: readonly number[]): number {
  const text = `,${b.join(',')},`;
  for (let length = Math.min(a.length, b.length); length > 0; length--)
    for (let from = 0; from + length <= a.length; from++)
      if (text.includes(`,${a.slice(from, from + length).join(',')},`)) return length;
  return 0;
}

const few = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 11 });
const RUNS = { seed: 20261124, numRuns: 500 };

describe('what two questions say in the same order', () => {
  it.each([
    ['居住证怎么续签', '居住证怎么续签', 7, 7],
    ['居住证续签', '居住证怎么续签', 5, 3],
    ['续签居住证', '居住证续签', 3, 3],
    ['医保', '社区', 0, 0],
    ['', '社区', 0, 0],
    ['社区', '', 0, 0],
  ])('%s and %s', (a, b, sequence, run) => {
    expect(commonOrder(units(a), units(b))).toEqual({ sequence, run });
  });

  it('is what the definition says', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(commonOrder(Int32Array.from(a), Int32Array.from(b))).toEqual({
          sequence: longestSequence(a, b),
          run: longestRun(a, b),
        });
      }),
      RUNS,
    );
  });

  it('is the same from both sides, and a run is never longer than the sequence', () => {
    const longer = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 });
    fc.assert(
      fc.property(longer, longer, (a, b) => {
        const [one, other] = [Int32Array.from(a), Int32Array.from(b)];
        const found = commonOrder(one, other);
        expect(commonOrder(other, one)).toEqual(found);
        expect(found.run).toBeLessThanOrEqual(found.sequence);
        expect(found.sequence).toBeLessThanOrEqual(Math.min(a.length, b.length));
      }),
      RUNS,
    );
  });

  it('of a very long question is that of its beginning', () => {
    const long = units('证'.repeat(2000));
    expect(commonOrder(long, long)).toEqual({ sequence: 400, run: 400 });
  });
});
