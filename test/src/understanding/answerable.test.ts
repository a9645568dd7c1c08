import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighByClass } from '../../../src/understanding/answerable.ts';
import { BANDS } from '../../../src/understanding/bands.ts';
import type { FaqHit } from '../../../src/understanding/faq-index.ts';
import type { LabelOdds } from '../../../src/understanding/sentence.ts';

const hit = (confidence: number, entryId = 'e'): FaqHit => ({ entryId, score: 10, confidence });
const TALK: LabelOdds = { question: 0.03, request: 0.02, chatter: 0.95 };
const REQUEST: LabelOdds = { question: 0.1, request: 0.85, chatter: 0.05 };
const QUESTION: LabelOdds = { question: 0.9, request: 0.05, chatter: 0.05 };

const anyOdds = fc
  .tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 1, max: 1000 }),
  )
  .map(([question, request, chatter]): LabelOdds => {
    const total = question + request + chatter;
    return { question: question / total, request: request / total, chatter: chatter / total };
  });
const anyHits = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
  .map(list => list.sort((a, b) => b - a).map((confidence, at) => hit(confidence, `e${at}`)));

describe('entries found, in the light of what was said', () => {
  it('talk is answered by none, however like a question it is', () => {
    for (const { confidence } of weighByClass([hit(0.99), hit(0.5), hit(0.1)], TALK)) {
      expect(confidence).toBeLessThan(BANDS.clarify);
      expect(confidence).toBeLessThan(BANDS.answerAsked);
    }
  });

  it('a request is answered only when very sure, and never with less than nothing', () => {
    const [sure, likely, hardly] = weighByClass([hit(0.999), hit(0.9), hit(0.05)], REQUEST);
    expect(sure?.confidence).toBeGreaterThan(BANDS.answerAsked);
    expect(likely?.confidence).toBeLessThan(BANDS.answerAsked);
    expect(hardly?.confidence).toBe(0);
  });

  it('a question keeps what was found', () => {
    expect(weighByClass([hit(0.9), hit(0.3)], QUESTION)).toEqual([hit(0.9), hit(0.3)]);
  });

  it('no kind of text makes an entry likelier, changes the order or loses one', () => {
    fc.assert(
      fc.property(anyHits, anyOdds, (hits, odds) => {
        const given = structuredClone(hits);
        const weighed = weighByClass(hits, odds);
        expect(hits).toEqual(given);
        expect(weighed.map(each => each.entryId)).toEqual(hits.map(each => each.entryId));
        weighed.forEach((each, at) => {
          expect(each.confidence).toBeGreaterThanOrEqual(0);
          expect(each.confidence).toBeLessThanOrEqual(hits[at]?.confidence ?? 0);
          expect(each.confidence).toBeLessThanOrEqual(weighed[at - 1]?.confidence ?? 1);
        });
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
