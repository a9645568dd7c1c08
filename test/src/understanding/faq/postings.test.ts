import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bag, createPostings, saturate } from '../../../../src/understanding/faq/postings.ts';

const SIZE = 6;
const bagOf = (tokens: readonly number[]): Bag => {
  const ids = [...new Set(tokens)];
  return {
    ids: Int32Array.from(ids),
    counts: Uint8Array.from(ids, id => tokens.filter(each => each === id).length),
    length: tokens.length,
  };
};
const someTokens = fc.array(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 9 });
const someBags = fc.array(someTokens, { minLength: 1, maxLength: 12 });
const asked = (ids: readonly number[]) => [...new Set(ids)].map(id => ({ id }));
const RUNS = { seed: 20261124, numRuns: 300 };
const common = () => 0.5;

describe('the texts that share a token', () => {
  it('score what each shared token adds, rare ones more', () => {
    fc.assert(
      fc.property(someBags, someTokens, (texts, tokens) => {
        const bags = texts.map(bagOf);
        const { score, rarityOf, meanLength } = createPostings(bags, SIZE, common);
        const { touched, scores } = score(asked(tokens));
        texts.forEach((text, place) => {
          let expected = 0;
          for (const id of new Set(tokens)) {
            const count = text.filter(each => each === id).length;
            if (count > 0) expected += rarityOf(id) * saturate(count, text.length, meanLength);
          }
          expect(scores[place]).toBeCloseTo(expected, 5);
          expect(touched.includes(place)).toBe(expected > 0);
        });
        expect(new Set(touched).size).toBe(touched.length);
      }),
      RUNS,
    );
  });

  it('score the same whatever was asked before', () => {
    fc.assert(
      fc.property(someBags, someTokens, someTokens, (texts, before, tokens) => {
        const postings = createPostings(texts.map(bagOf), SIZE, common);
        const first = [...postings.score(asked(tokens)).scores];
        postings.score(asked(before));
        expect([...postings.score(asked(tokens)).scores]).toEqual(first);
      }),
      RUNS,
    );
  });

  it('are none for a token that no text has', () => {
    const { score } = createPostings([bagOf([0, 1])], SIZE, common);
    expect(score([{ id: -1 }, { id: 5 }, { id: 99 }]).touched).toEqual([]);
    expect(createPostings([], 0, common).score([{ id: 0 }]).touched).toEqual([]);
  });
});

describe('how rare a token is', () => {
  const { rarityOf, isKnown, highestRarity } = createPostings([[0, 1], [0, 2], [0]].map(bagOf), SIZE, common);

  it('falls with the texts that have it; what none has is the rarest', () => {
    expect(rarityOf(0)).toBeLessThan(rarityOf(1));
    expect(rarityOf(1)).toBe(rarityOf(2));
    for (const unknown of [5, 99, -1]) expect(rarityOf(unknown)).toBe(highestRarity);
    expect([0, 1, 5, 99].map(isKnown)).toEqual([true, true, false, false]);
  });

  it('is taken from people at large in a small base, and never nothing', () => {
    const rare = createPostings([bagOf([0])], 1, () => 1);
    const everyday = createPostings([bagOf([0])], 1, () => 0);
    expect(rare.rarityOf(0)).toBeGreaterThan(50 * everyday.rarityOf(0));
    expect(everyday.rarityOf(0)).toBeGreaterThan(0);
  });
});
