import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFaqContent, readModels } from '../../../cli/content.ts';
import type { FaqEntry } from '../../../src/faq.ts';
import { BANDS } from '../../../src/understanding/bands.ts';
import { type Calibration, calibrate, type Verdict } from '../../../src/understanding/calibrate.ts';
import {
  createFaqIndex,
  type FaqIndex,
  type FaqJudge,
  openFaqJudge,
} from '../../../src/understanding/faq-index.ts';

const judge = openFaqJudge((await readModels()).faq);
const faq = await readFaqContent();

const anEntry = (id: string, question: string, phrasings: string[] = []): FaqEntry => ({
  id,
  question,
  phrasings,
  answer: null,
  issuer: '街道办',
  issuedOn: '2026-09',
  href: null,
  status: 'verified',
  unitId: null,
  validFrom: null,
  validTo: null,
  version: 1,
});

const fitted = (entries: readonly FaqEntry[], verdicts?: readonly Verdict[]): Calibration =>
  calibrate(entries, createFaqIndex(entries, judge), judge, verdicts);

const several = (count: number): FaqEntry[] =>
  Array.from({ length: count }, (_, at) => anEntry(`k${at}`, `第${at}个问题`));

/** A base in which an entry that is away is answered by another with the confidence given, by its place. */
const answering = (entries: readonly FaqEntry[], confidences: readonly number[]): FaqIndex => ({
  size: entries.length,
  search: (_text, _limit, except) => {
    const confidence = confidences[entries.findIndex(entry => entry.id === except)];
    return confidence === undefined ? [] : [{ entryId: 'other', score: 1, confidence }];
  },
});

/** Bands of a base of which only what stands in for its entries is known, and what people said. */
function bandsFrom(wrong: readonly number[], verdicts: readonly Verdict[] = []): Calibration {
  const entries = several(wrong.length);
  return calibrate(entries, answering(entries, wrong), judge, verdicts);
}

const hundredths = (min: number) => fc.integer({ min, max: 100 }).map(each => each / 100);
const chance = hundredths(0);
/** Only what the bot was sure enough to answer is ever judged by people. */
const answered = fc.oneof(hundredths(80), chance);
const anyVerdict = fc.record({ confidence: hundredths(80), isUseful: fc.boolean() });
const someVerdicts = fc.array(anyVerdict, { maxLength: 60 });
/** Mostly useful, as they are. */
const enoughVerdicts = fc.array(
  fc.oneof({ weight: 5, arbitrary: anyVerdict.map(each => ({ ...each, isUseful: true })) }, anyVerdict),
  {
    minLength: 10,
    maxLength: 60,
  },
);
const someWrong = fc.array(chance, { maxLength: 40 });
const RUNS = { seed: 20261124, numRuns: 400 };

describe('the bands of any base', () => {
  it('lie between 0 and 1, the unasked one above the asked one', () => {
    fc.assert(
      fc.property(someWrong, someVerdicts, (wrong, verdicts) => {
        const { answerAsked, answerUnasked } = bandsFrom(wrong, verdicts).bands;
        expect(answerAsked).toBeGreaterThan(0);
        expect(answerUnasked).toBeGreaterThan(answerAsked);
        expect(answerUnasked).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  it('are never below the shipped ones where no phrasing proves it', () => {
    fc.assert(
      fc.property(someWrong, someVerdicts, (wrong, verdicts) => {
        expect(bandsFrom(wrong, verdicts).bands.answerAsked).toBeGreaterThanOrEqual(BANDS.answerAsked);
      }),
      RUNS,
    );
  });

  it('let at most an eighth of the entries that are away be answered by another', () => {
    fc.assert(
      fc.property(
        fc.array(
          chance.map(each => each * 0.95),
          { minLength: 1, maxLength: 60 },
        ),
        wrong => {
          const { leftOut, leftOutAnswered } = bandsFrom(wrong);
          expect(leftOut).toBe(wrong.length);
          expect(leftOutAnswered / leftOut).toBeLessThanOrEqual(1 / 8);
        },
      ),
      RUNS,
    );
  });

  it('leave the other bands as they are shipped', () => {
    const { answerAsked, answerUnasked, ...rest } = bandsFrom([0.9, 0.9]).bands;
    expect(answerUnasked - answerAsked).toBeCloseTo(BANDS.answerUnasked - BANDS.answerAsked);
    expect({ ...BANDS, ...rest }).toEqual(BANDS);
  });
});

describe('what people say', () => {
  const askedBy = (verdicts: readonly Verdict[], wrong: readonly number[] = []): number =>
    bandsFrom(wrong, verdicts).bands.answerAsked;

  it('没用 never makes the bot bolder', () => {
    fc.assert(
      fc.property(
        someWrong,
        fc.oneof(someVerdicts, enoughVerdicts),
        answered,
        (wrong, verdicts, confidence) => {
          const more = [...verdicts, { confidence, isUseful: false }];
          expect(askedBy(more, wrong)).toBeGreaterThanOrEqual(askedBy(verdicts, wrong));
        },
      ),
      RUNS,
    );
  });

  it('有用 never makes the bot shier', () => {
    fc.assert(
      fc.property(someWrong, enoughVerdicts, answered, (wrong, verdicts, confidence) => {
        const more = [...verdicts, { confidence, isUseful: true }];
        expect(askedBy(more, wrong)).toBeLessThanOrEqual(askedBy(verdicts, wrong));
      }),
      RUNS,
    );
  });

  it('nothing but 有用 leaves the band where the base put it, whatever was answered', () => {
    fc.assert(
      fc.property(someWrong, fc.array(hundredths(84), { maxLength: 60 }), (wrong, confidences) => {
        const praise = confidences.map(confidence => ({ confidence, isUseful: true }));
        expect(askedBy(praise, wrong)).toBe(askedBy([], wrong));
      }),
      RUNS,
    );
  });

  it('counts whatever the order it was said in', () => {
    fc.assert(
      fc.property(enoughVerdicts, verdicts => {
        expect(askedBy([...verdicts].reverse())).toBe(askedBy(verdicts));
      }),
      RUNS,
    );
  });

  it('tells nothing before ten have spoken', () => {
    const complaint = { confidence: 0.9, isUseful: false };
    expect(askedBy(Array(9).fill(complaint))).toBe(BANDS.answerAsked);
    expect(askedBy(Array(10).fill(complaint))).toBeGreaterThan(0.9);
  });

  it('closes only what was complained of: what was surer is still answered', () => {
    const useless = Array.from({ length: 6 }, () => ({ confidence: 0.86, isUseful: false }));
    const useful = Array.from({ length: 20 }, () => ({ confidence: 0.94, isUseful: true }));
    const asked = askedBy([...useless, ...useful]);
    expect(asked).toBeGreaterThan(0.86);
    expect(asked).toBeLessThan(0.94);
  });

  it('is counted in what is said of the base', () => {
    const verdicts = [true, true, false].map(isUseful => ({ confidence: 0.9, isUseful }));
    expect(bandsFrom([], verdicts)).toMatchObject({ verdicts: 3, useful: 2 });
  });
});

describe('a base', () => {
  it('of nothing keeps the shipped bands', () => {
    expect(fitted([])).toEqual({
      bands: BANDS,
      entries: 0,
      leftOut: 0,
      leftOutAnswered: 0,
      phrasings: 0,
      phrasingsAnswered: 0,
      phrasingsRight: 0,
      verdicts: 0,
      useful: 0,
    });
  });

  it('is fitted the same way twice, and the index is as it was', () => {
    const index = createFaqIndex(faq, judge);
    const before = index.search('居住证怎么续签', 3);
    expect(calibrate(faq, index, judge)).toEqual(calibrate(faq, index, judge));
    expect(index.search('居住证怎么续签', 3)).toEqual(before);
  });

  it('whose entries are easily taken for each other is answered more carefully', () => {
    const places = ['居住证', '身份证', '护照', '户口本', '医保卡', '老年卡', '社保卡', '退休证'];
    const dense = places.flatMap((place, at) => [
      anEntry(`d${at}a`, `${place}丢了怎么补办`),
      anEntry(`d${at}b`, `${place}丢失了怎么补办`),
    ]);
    const { bands, leftOut } = fitted(dense);
    expect(leftOut).toBe(dense.length);
    expect(bands.answerAsked).toBeGreaterThan(BANDS.answerAsked);
    expect(bands.answerAsked).toBeLessThan(1);
  });

  it('with few phrasings proves nothing', () => {
    const few = faq.filter(entry => entry.phrasings.length > 0).slice(0, 40);
    const { phrasings, bands } = fitted(few);
    expect(phrasings).toBe(40);
    expect(bands.answerAsked).toBeGreaterThanOrEqual(BANDS.answerAsked);
  });

  it('counts every entry and phrasing it put, found or not', () => {
    const { leftOut, phrasings, entries } = fitted([
      anEntry('renew', '居住证怎么续签', ['暂住证到期续期']),
      anEntry('flu', '打流感针', ['甲乙丙']),
    ]);
    expect({ leftOut, phrasings, entries }).toEqual({ leftOut: 2, phrasings: 2, entries: 2 });
  });
});

describe('a base whose phrasings prove it', () => {
  /** Eighty things that share no character, each asked for in two ways that share one with it. */
  const THINGS = Array.from({ length: 80 }, (_, at) => String.fromCodePoint(0x4e00 + at * 61));
  const proven = THINGS.map((thing, at) =>
    anEntry(`p${at}`, `${thing}${thing}`, [`${thing}`, `${thing}${thing}${thing}`]),
  );
  /** A judge that is sure to one degree of whatever it sees. */
  const sureTo = (confidence: number): FaqJudge => ({
    ...judge,
    sure: () => Math.log(confidence / (1 - confidence)),
  });
  const fittedBy = (confidence: number) => {
    const own = sureTo(confidence);
    return calibrate(proven, createFaqIndex(proven, own), own);
  };

  it('is answered with less confidence', () => {
    const { bands, phrasings, phrasingsAnswered, phrasingsRight } = fittedBy(0.75);
    expect(bands.answerAsked).toBeLessThanOrEqual(0.75);
    expect({ phrasings, phrasingsAnswered, phrasingsRight }).toEqual({
      phrasings: 80,
      phrasingsAnswered: 80,
      phrasingsRight: 80,
    });
  });

  it('is never answered below the floor', () => {
    for (const confidence of [0.3, 0.5, 0.61, 0.63, 0.7, 0.8, 0.95])
      expect(fittedBy(confidence).bands.answerAsked).toBeGreaterThanOrEqual(0.62);
  });

  it('is answered no bolder than shipped when its phrasings find other entries', () => {
    const crossed = proven.map((entry, at) => ({
      ...entry,
      phrasings: [...entry.phrasings.slice(0, -1), `${THINGS[(at + 1) % THINGS.length]}`],
    }));
    const own = sureTo(0.75);
    const { bands, phrasingsRight } = calibrate(crossed, createFaqIndex(crossed, own), own);
    expect(bands.answerAsked).toBe(BANDS.answerAsked);
    expect(phrasingsRight).toBe(0);
  });

  it('says 没用 all the same', () => {
    const own = sureTo(0.75);
    const index = createFaqIndex(proven, own);
    const complaints = Array.from({ length: 12 }, () => ({ confidence: 0.75, isUseful: false }));
    expect(calibrate(proven, index, own, complaints).bands.answerAsked).toBeGreaterThan(0.75);
  });
});

describe('a large base', () => {
  /** Counts the searches, and what the judge is asked by a second index. */
  function counted(entries: readonly FaqEntry[]) {
    const count = { searches: 0, judged: 0 };
    const own: FaqJudge = {
      ...judge,
      sure: evidence => {
        count.judged++;
        return judge.sure(evidence);
      },
    };
    const index: FaqIndex = {
      size: entries.length,
      search: () => {
        count.searches++;
        return [];
      },
    };
    return { fit: calibrate(entries, index, own), count };
  }

  it('of 10,000 entries is tried with a bounded number of searches, and no second index', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => anEntry(`b${at}`, `问题${at}`, ['说法']));
    const { fit, count } = counted(entries);
    expect(count.searches).toBeGreaterThan(0);
    expect(count.searches).toBeLessThanOrEqual(150);
    expect(count.judged).toBe(0);
    expect(fit).toMatchObject({ entries: 10_000, leftOut: count.searches, phrasings: 0 });
  });

  it('of 400 entries is tried no more often than that', () => {
    const entries = Array.from({ length: 400 }, (_, at) => anEntry(`b${at}`, `问题${at}`, [`说法${at}`]));
    const { fit, count } = counted(entries);
    expect(count.searches).toBe(150);
    expect(count.judged).toBeLessThanOrEqual(150);
    expect(fit).toMatchObject({ leftOut: 150, phrasings: 150 });
  });

  it('is tried at entries spread over all of it', () => {
    const entries = several(1000);
    const tried: string[] = [];
    const index: FaqIndex = {
      size: entries.length,
      search: (_text, _limit, except) => {
        tried.push(except ?? '');
        return [];
      },
    };
    calibrate(entries, index, judge);
    expect(new Set(tried).size).toBe(150);
    expect(tried.filter(id => Number(id.slice(1)) >= 500)).toHaveLength(75);
  });
});
