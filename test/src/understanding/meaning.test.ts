import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS } from '../../../src/understanding/bands.ts';
import { LEAST_COMPARED, type Scale, scaleOf } from '../../../src/understanding/meaning/scale.ts';
import { compareWording, likenessIn, wordingsToCompare } from '../../../src/understanding/meaning/shelf.ts';
import { cosine, toUnit } from '../../../src/understanding/meaning/vector.ts';
import { embeddingsCall, vectorsIn } from '../../../src/understanding/meaning/wire.ts';
import {
  isWorthReading,
  judgeByMeaning,
  MOST_LOWERED,
  MOST_RAISED,
} from '../../../src/understanding/meaning.ts';

const SCALE: Scale = { right: 0.75, wrong: 0.6, spread: 0.08, lead: 0.15, leadSpread: 0.1 };
const hit = (entryId: string, confidence: number) => ({ entryId, confidence, score: confidence });
const unit = (...numbers: number[]) => toUnit(numbers) ?? new Float32Array();
const odds = (confidence: number) => {
  const inside = Math.max(1e-6, Math.min(1 - 1e-6, confidence));
  return Math.log(inside / (1 - inside));
};

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const like = fc.double({ min: -1, max: 1, noNaN: true });
const IDS = [...'abcdefghij'];
const situation = fc.record({
  hits: fc.array(chance, { maxLength: 10 }).map(all => all.map((each, at) => hit(IDS[at] ?? '', each))),
  likeness: fc
    .array(fc.option(like), { maxLength: 12 })
    .map(
      all => new Map(all.flatMap((each, at) => (each === null ? [] : [[IDS[at] ?? `other-${at}`, each]]))),
    ),
  scale: fc.record({
    right: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
    wrong: fc.double({ min: 0, max: 0.3, noNaN: true }),
    spread: fc.double({ min: 0.03, max: 0.3, noNaN: true }),
    lead: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
    leadSpread: fc.double({ min: 0.03, max: 0.3, noNaN: true }),
  }),
});
const always = (check: (given: typeof situation extends fc.Arbitrary<infer T> ? T : never) => void) =>
  fc.assert(fc.property(situation, check), { seed: 20261124, numRuns: 500 });

describe('judging by meaning, whatever words and likeness say', () => {
  it('keeps the same entries, in order of confidences between 0 and 1', () => {
    always(({ hits, likeness, scale }) => {
      const judged = judgeByMeaning(hits, likeness, scale);
      expect(judged.map(each => each.entryId).sort()).toEqual(hits.map(each => each.entryId).sort());
      judged.forEach((each, at) => {
        expect(each.confidence).toBeGreaterThanOrEqual(0);
        expect(each.confidence).toBeLessThanOrEqual(judged[at - 1]?.confidence ?? 1);
      });
    });
  });

  it('answers unasked nothing but what words alone would have answered', () => {
    always(({ hits, likeness, scale }) => {
      const [best] = judgeByMeaning(hits, likeness, scale);
      if (!best || best.confidence < BANDS.answerUnasked) return;
      expect(best.entryId).toBe(hits[0]?.entryId);
      expect(hits[0]?.confidence).toBeGreaterThanOrEqual(BANDS.answerUnasked);
    });
  });

  it('makes an answer of what was none only by a clear likeness and lead', () => {
    always(({ hits, likeness, scale }) => {
      const before = new Map(hits.map(each => [each.entryId, each.confidence]));
      for (const { entryId, confidence } of judgeByMeaning(hits, likeness, scale)) {
        if (confidence < BANDS.answerAsked || (before.get(entryId) ?? 0) >= BANDS.answerAsked) continue;
        const own = likeness.get(entryId) ?? -1;
        const others = [...likeness].filter(([id]) => id !== entryId).map(([, each]) => each);
        expect(own).toBeGreaterThanOrEqual(scale.right);
        expect(own - Math.max(0, ...others)).toBeGreaterThanOrEqual(scale.lead / 2);
      }
    });
  });

  it('moves no confidence further than its limits, down to a band at most', () => {
    always(({ hits, likeness, scale }) => {
      const before = new Map(hits.map(each => [each.entryId, each.confidence]));
      for (const { entryId, confidence } of judgeByMeaning(hits, likeness, scale)) {
        const gained = odds(confidence) - odds(before.get(entryId) ?? 0);
        expect(gained).toBeLessThan(MOST_RAISED + 1e-6);
        if (confidence < BANDS.answerAsked - 0.02) expect(gained).toBeGreaterThan(-MOST_LOWERED - 1e-6);
      }
    });
  });

  it('never thinks less of an entry for being liker', () => {
    always(({ hits, likeness, scale }) => {
      const [first] = hits;
      const own = first && likeness.get(first.entryId);
      if (!first || own === undefined) return;
      const of = (map: ReadonlyMap<string, number>) =>
        judgeByMeaning(hits, map, scale).find(each => each.entryId === first.entryId)?.confidence ?? 0;
      const liker = new Map(likeness).set(first.entryId, own + 0.05);
      expect(of(liker)).toBeGreaterThanOrEqual(of(likeness) - 1e-12);
    });
  });
});

describe('an entry', () => {
  it('that words hardly found is lifted into an answer when it is clearly meant', () => {
    const hits = [hit('near', 0.3), hit('meant', 0.2)];
    const judged = judgeByMeaning(
      hits,
      new Map([
        ['meant', 0.85],
        ['near', 0.6],
      ]),
      SCALE,
    );
    expect(judged[0]?.entryId).toBe('meant');
    expect(judged[0]?.confidence).toBeGreaterThanOrEqual(BANDS.answerAsked);
    expect(judged[0]?.confidence).toBeLessThan(BANDS.answerUnasked);
  });

  it('stays a question back when an entry that words did not find is as near', () => {
    const likeness = new Map([
      ['found', 0.9],
      ['unfound', 0.88],
    ]);
    expect(judgeByMeaning([hit('found', 0.6)], likeness, SCALE)[0]?.confidence).toBeLessThan(
      BANDS.answerAsked,
    );
  });

  it.each([
    ['likeness', 0.74, 0.5],
    ['lead', 0.8, 0.74],
  ])('without a clear %s becomes no answer, however little words lack for one', (_, own, other) => {
    const likeness = new Map([
      ['found', own],
      ['other', other],
    ]);
    const [best] = judgeByMeaning([hit('found', BANDS.answerAsked - 0.005)], likeness, SCALE);
    expect(best?.confidence).toBeLessThan(BANDS.answerAsked);
  });

  it('that words chose is doubted when its meaning is another', () => {
    const judged = judgeByMeaning([hit('chosen', 0.9)], new Map([['chosen', 0.4]]), SCALE);
    expect(judged[0]?.confidence).toBeLessThan(BANDS.answerAsked);
    expect(judged[0]?.confidence).toBeGreaterThan(BANDS.clarify);
  });

  it('whose meaning is not known stays as words left it, unless it would rise into a band', () => {
    expect(judgeByMeaning([hit('a', 0.5)], new Map(), SCALE)).toEqual([hit('a', 0.5)]);
  });
});

describe('what is worth reading', () => {
  it('is what words leave in doubt, and what would interrupt', () => {
    expect(isWorthReading([], true)).toBe(false);
    expect(isWorthReading([hit('a', 0.97)], true)).toBe(false);
    expect(isWorthReading([hit('a', 0.4)], true)).toBe(true);
    expect(isWorthReading([hit('a', 0.001)], true)).toBe(false);
    expect(isWorthReading([hit('a', 0.8)], false)).toBe(false);
    expect(isWorthReading([hit('a', 0.95)], false)).toBe(true);
  });
});

describe('the scale', () => {
  const alike = { right: 0.8, wrong: 0.5 };

  it('follows the model in use', () => {
    const scale = scaleOf(
      Array.from({ length: 20 }, (_, at) => ({ right: 0.9 - at / 400, wrong: 0.85 - at / 200 })),
    );
    expect(scale?.right).toBeCloseTo(0.876, 2);
    expect(scale?.wrong).toBeCloseTo(0.8, 1);
  });

  it('is none for too few entries, or a model that cannot tell them apart', () => {
    expect(scaleOf(Array(LEAST_COMPARED - 1).fill(alike))).toBeNull();
    expect(scaleOf(Array(LEAST_COMPARED).fill(alike))).not.toBeNull();
    expect(scaleOf(Array(40).fill({ right: 0.7, wrong: 0.7 }))).toBeNull();
  });
});

describe('the shelf', () => {
  const shelf = [
    { entryId: 'east', wordings: [unit(1, 0), unit(1, 0.1)] },
    { entryId: 'north', wordings: [unit(0, 1)] },
    { entryId: 'bare', wordings: [] },
  ];

  it('is as like a text as its nearest wording', () => {
    const likeness = likenessIn(shelf, unit(0.1, 2));
    expect(likeness.get('north')).toBeGreaterThan(0.99);
    expect(likeness.get('east')).toBeLessThan(0.3);
    expect(likeness.get('bare')).toBe(-1);
  });

  it('compares a wording with its entry without it, and with the nearest other', () => {
    const places = wordingsToCompare(shelf, 10);
    expect(places).toHaveLength(2);
    const compared = compareWording(shelf, { entryAt: 0, wordingAt: 1 });
    expect(compared?.right).toBeCloseTo(cosine(unit(1, 0), unit(1, 0.1)), 5);
    expect(compared?.wrong).toBeCloseTo(cosine(unit(0, 1), unit(1, 0.1)), 5);
    expect(wordingsToCompare(shelf, 1)).toHaveLength(1);
  });
});

describe('the answer of an endpoint', () => {
  const of = (...data: unknown[]) => ({ data });
  const good = { index: 0, embedding: [3, 4] };

  it('is put in the order of the texts, at length one', () => {
    const vectors = vectorsIn(of({ index: 1, embedding: [0, 2] }, good), 2);
    expect(vectors?.map(vector => [...vector].map(each => each.toFixed(1)))).toEqual([
      ['0.6', '0.8'],
      ['0.0', '1.0'],
    ]);
  });

  it.each([
    ['nothing', null],
    ['no list', { data: 'no' }],
    ['too few', of()],
    ['too many', of(good, { ...good, index: 1 })],
    ['words', of({ index: 0, embedding: ['3', '4'] })],
    ['an endless number', JSON.parse('{"data":[{"index":0,"embedding":[1e999,1]}]}')],
    ['a vector that points nowhere', of({ index: 0, embedding: [0, 0] })],
    ['numbers beyond measure', of({ index: 0, embedding: [1.7e308, 1.7e308] })],
    ['another place', of({ index: 5, embedding: [1, 2] })],
  ])('is none with %s', (_, answer) => expect(vectorsIn(answer, 1)).toBeNull());

  it('is none when the vectors are of two lengths, or two stand at one place', () => {
    expect(vectorsIn(of(good, { index: 1, embedding: [1, 2, 3] }), 2)).toBeNull();
    expect(vectorsIn(of(good, good), 2)).toBeNull();
  });

  it('is asked for by the model’s name, and follows no redirect', () => {
    const call = embeddingsCall({ url: 'http://127.0.0.1:1/v1', model: 'm', key: null }, ['甲']);
    expect(call).toMatchObject({ address: 'http://127.0.0.1:1/v1/embeddings', redirect: 'error' });
    expect(call.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(call.body)).toEqual({ model: 'm', input: ['甲'] });
  });
});
