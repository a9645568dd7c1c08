import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFaqContent } from '../../../../cli/content.ts';
import type { FaqEntry } from '../../../../src/faq.ts';
import { createShortlister } from '../../../../src/understanding/faq/candidates.ts';
import { type Corpus, createCorpus } from '../../../../src/understanding/faq/corpus.ts';
import { createMatcher, type Matcher } from '../../../../src/understanding/faq/matcher.ts';
import { readAsked } from '../../../../src/understanding/faq/wording.ts';
import { readable, searchTokensOf } from '../../../../src/understanding/tokens.ts';

/** Words that share characters, so that a small base is full of near misses. */
const WORDS =
  '居住证,身份证,怎么,续签,补办,在哪里,办,医保,社保,卡,丢了,多少钱,流感,疫苗,打,孩子,老人,材料,12345,app'.split(
    ',',
  );
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map(list => list.join(''));
const anyEntries = fc
  .array(
    fc.record({
      question: words,
      phrasings: fc.array(words, { maxLength: 5 }),
      answer: fc.option(words, { nil: null }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map(list =>
    list.map(
      (each, at): FaqEntry => ({
        ...each,
        id: `e${at}`,
        issuer: '街道办',
        issuedOn: '2026-09',
        href: null,
        status: 'verified',
        unitId: null,
        validFrom: null,
        validTo: null,
        version: 1,
      }),
    ),
  );
const commonness = (token: string): number => (token.length % 3) / 4 + 0.25;

/** BM25 straight from the book: every text is scored anew, by its words. */
function naiveScores(texts: readonly (readonly string[])[], asked: readonly string[]): number[] {
  const meanLength = Math.max(
    1,
    texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  );
  const rarityBy = (seen: number) => Math.log(1 + (texts.length - seen + 0.5) / (seen + 0.5));
  const trust = texts.length / (texts.length + 300);
  return texts.map(text => {
    let score = 0;
    for (const token of new Set(asked)) {
      const count = text.filter(each => each === token).length;
      if (count === 0) continue;
      const seen = texts.filter(each => each.includes(token)).length;
      const rarity = trust * rarityBy(seen) + (1 - trust) * rarityBy(0) * commonness(token);
      score += (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * text.length) / meanLength));
    }
    return score;
  });
}

const tokensOf = (text: string): string[] => searchTokensOf(readable(text));

/** The best wording of each entry, and half of its answer. */
function naiveEntries(entries: readonly FaqEntry[], asked: string): number[] {
  const wordings = entries.flatMap((entry, at) =>
    [entry.question, ...entry.phrasings].map(text => ({ at, tokens: tokensOf(text) })),
  );
  const answers = entries.flatMap(({ answer }, at) =>
    answer ? [{ at, tokens: tokensOf(answer).filter(token => !token.startsWith('c')) }] : [],
  );
  const scored = (texts: readonly { at: number; tokens: readonly string[] }[]) => {
    const scores = naiveScores(
      texts.map(text => text.tokens),
      tokensOf(asked),
    );
    return texts.map(({ at }, place) => ({ at, score: scores[place] ?? 0 }));
  };
  const [byWording, byAnswer] = [scored(wordings), scored(answers)];
  const highest = (list: readonly { at: number; score: number }[], at: number): number =>
    Math.max(0, ...list.filter(each => each.at === at).map(each => each.score));
  return entries.map((_, at) => highest(byWording, at) + 0.5 * highest(byAnswer, at));
}

function shortlisted(corpus: Corpus, asked: string, limit: number, except?: number) {
  const { postings, vocabulary } = corpus;
  const list = createShortlister(corpus);
  return list(
    readAsked(asked, vocabulary, id => postings.rarityOf(id)),
    limit,
    except,
  );
}

const RUNS = { seed: 20261124, numRuns: 150 };

describe('the shortlist', () => {
  it('holds the entries that the book would, with the same scores, best first', () => {
    fc.assert(
      fc.property(anyEntries, words, fc.integer({ min: 1, max: 16 }), (entries, asked, limit) => {
        const { candidates } = shortlisted(createCorpus(entries, commonness), asked, limit);
        const naive = naiveEntries(entries, asked);
        const places = [...new Set(candidates.map(each => each.entryAt))];
        const expected = naive.filter(score => score > 0).sort((a, b) => b - a);
        expect(places).toHaveLength(Math.min(limit, expected.length));
        places.forEach((at, place) => {
          expect(naive[at]).toBeCloseTo(expected[place] ?? -1, 4);
          expect(candidates.find(each => each.entryAt === at)?.score).toBeCloseTo(naive[at] ?? -1, 4);
        });
      }),
      RUNS,
    );
  });

  it('holds at most four wordings of an entry, one entry’s together, each of them its own', () => {
    fc.assert(
      fc.property(anyEntries, words, (entries, asked) => {
        const corpus = createCorpus(entries, commonness);
        const { candidates, bestWordingScore } = shortlisted(corpus, asked, 50);
        const runs = candidates.filter((each, at) => each.entryAt !== candidates[at - 1]?.entryAt);
        expect(new Set(runs.map(each => each.entryAt)).size).toBe(runs.length);
        for (const { entryAt, wording, wordingScore } of candidates) {
          expect(wording.entryAt).toBe(entryAt);
          expect(wordingScore).toBeLessThanOrEqual(bestWordingScore);
          expect(candidates.filter(each => each.entryAt === entryAt).length).toBeLessThanOrEqual(4);
        }
      }),
      RUNS,
    );
  });

  it('without one entry is the rest, in the same order', () => {
    fc.assert(
      fc.property(anyEntries, words, fc.nat({ max: 13 }), (entries, asked, except) => {
        const corpus = createCorpus(entries, commonness);
        const all = shortlisted(corpus, asked, 50).candidates;
        const rest = shortlisted(corpus, asked, 50, except);
        expect(rest.candidates).toEqual(all.filter(each => each.entryAt !== except));
        const scores = rest.candidates.map(each => each.wordingScore);
        expect(rest.bestWordingScore).toBeCloseTo(Math.max(0, ...scores), 10);
      }),
      RUNS,
    );
  });

  it('is empty in an empty base, and for what shares nothing', () => {
    expect(shortlisted(createCorpus([], commonness), '居住证', 5).candidates).toEqual([]);
    const [corpus] = fc.sample(
      anyEntries.map(entries => createCorpus(entries, commonness)),
      {
        ...RUNS,
        numRuns: 1,
      },
    );
    if (!corpus) throw new Error('no base');
    expect(shortlisted(corpus, '😀', 5).candidates).toEqual([]);
    expect(shortlisted(corpus, '', 5).candidates).toEqual([]);
  });
});

describe('comparing', async () => {
  const entries = await readFaqContent();
  const corpus = createCorpus(entries);
  const match = createMatcher(corpus);
  const texts = fc.sample(
    fc.oneof(
      words,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...entries.flatMap(entry => [entry.question, ...entry.phrasings])),
    ),
    { seed: 20261124, numRuns: 200 },
  );

  it('200 texts leaves nothing behind: each finds the same again, and the same as in a base never asked', () => {
    const seen = (by: Matcher, text: string) =>
      by(text)
        .matches.map(({ entryAt, score, features }) => `${entryAt} ${score} ${features.join()}`)
        .join('\n');
    const before = texts.map(text => seen(match, text));
    expect([...texts].reverse().map(text => seen(match, text))).toEqual([...before].reverse());
    const untouched = createMatcher(createCorpus(entries));
    expect(texts.slice(0, 20).map(text => seen(untouched, text))).toEqual(before.slice(0, 20));
  });

  it('leaves one entry out as if it were not there', () => {
    for (const text of texts.slice(0, 60)) {
      const [best] = match(text).matches;
      if (!best) continue;
      const without = match(text, best.entryAt).matches;
      expect(without.some(each => each.entryAt === best.entryAt)).toBe(false);
      expect(match(text).matches[0]).toEqual(best);
    }
  });

  it('measures every feature as a finite number', () => {
    const broken = texts.filter(text =>
      match(text).matches.some(({ features }) => !features.every(Number.isFinite)),
    );
    expect(broken).toEqual([]);
  });
});
