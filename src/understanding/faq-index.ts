import type { FaqEntry } from '../faq.ts';
import { DEFAULT_CALIBRATION, type Likeness, likelihoodOf } from './likeness.ts';
import { readable, searchTokensOf } from './tokens.ts';

/** An entry that a text may be asking for. */
export interface FaqHit {
  entryId: string;
  /** BM25; comparable within one search only. */
  score: number;
  /** How likely this is the entry that was asked for, 0-1; comparable between knowledge bases. */
  confidence: number;
}

/** Finds entries by their question and every phrasing. */
export interface FaqIndex {
  search(text: string, limit: number): FaqHit[];
}

/** BM25's usual constants: how fast repetition saturates, and how much length counts. */
const K1 = 1.2;
const B = 0.75;
/** So many by score are then ordered by confidence. */
const JUDGED = 10;

/** One wording of one entry. */
interface Wording {
  entryAt: number;
  counts: Map<string, number>;
  length: number;
}

interface Posting {
  wordingAt: number;
  /** What this token adds to the wording's score, without the token's rarity. */
  share: number;
}

interface Corpus {
  wordings: Wording[];
  postings: Map<string, Posting[]>;
  meanLength: number;
  rarityOf(token: string): number;
}

function countTokens(text: string): { counts: Map<string, number>; length: number } {
  const tokens = searchTokensOf(readable(text));
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return { counts, length: tokens.length };
}

const shareOf = (count: number, length: number, meanLength: number): number =>
  (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength));

function buildCorpus(entries: readonly FaqEntry[]): Corpus {
  const wordings = entries.flatMap((entry, entryAt) =>
    [entry.question, ...entry.phrasings].map((text): Wording => ({ entryAt, ...countTokens(text) })),
  );
  const total = wordings.reduce((sum, wording) => sum + wording.length, 0);
  const meanLength = Math.max(1, total / Math.max(1, wordings.length));
  const postings = new Map<string, Posting[]>();
  wordings.forEach((wording, wordingAt) => {
    for (const [token, count] of wording.counts) {
      const posting = { wordingAt, share: shareOf(count, wording.length, meanLength) };
      const list = postings.get(token);
      if (list) list.push(posting);
      else postings.set(token, [posting]);
    }
  });
  const rarityOf = (token: string) => {
    const seen = postings.get(token)?.length ?? 0;
    return Math.log(1 + (wordings.length - seen + 0.5) / (seen + 0.5));
  };
  return { wordings, postings, meanLength, rarityOf };
}

/** The best wording of each entry that shares a token with the question, best first. */
function rankWordings(corpus: Corpus, asked: Map<string, number>, scores: Float64Array) {
  const touched: number[] = [];
  for (const token of asked.keys()) {
    const rarity = corpus.rarityOf(token);
    for (const { wordingAt, share } of corpus.postings.get(token) ?? []) {
      if (scores[wordingAt] === 0) touched.push(wordingAt);
      scores[wordingAt] = (scores[wordingAt] ?? 0) + rarity * share;
    }
  }
  const best = new Map<number, { wording: Wording; score: number }>();
  for (const wordingAt of touched) {
    const wording = corpus.wordings[wordingAt];
    const score = scores[wordingAt] ?? 0;
    scores[wordingAt] = 0;
    if (wording && score > (best.get(wording.entryAt)?.score ?? 0))
      best.set(wording.entryAt, { wording, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

const isCharacter = (token: string): boolean => token.startsWith('c');

/** The share of one side's characters, by rarity, that the other side has too. */
function coverage(corpus: Corpus, of: Map<string, number>, by: Map<string, number>): number {
  let all = 0;
  let shared = 0;
  for (const token of of.keys()) {
    if (!isCharacter(token)) continue;
    const rarity = corpus.rarityOf(token);
    all += rarity;
    if (by.has(token)) shared += rarity;
  }
  return all > 0 ? shared / all : 0;
}

/** Builds the index; entries are handed in, and a new list makes a new index. */
export function createFaqIndex(entries: readonly FaqEntry[]): FaqIndex {
  const corpus = buildCorpus(entries);
  const scores = new Float64Array(corpus.wordings.length);

  const search = (text: string, limit: number): FaqHit[] => {
    const { counts, length } = countTokens(text);
    const ranked = rankWordings(corpus, counts, scores).slice(0, Math.max(JUDGED, limit));
    const first = ranked[0]?.score ?? 0;
    const second = ranked[1]?.score ?? 0;
    let own = 0;
    for (const [token, count] of counts)
      own += corpus.rarityOf(token) * shareOf(count, length, corpus.meanLength);
    const judge = ({ wording, score }: { wording: Wording; score: number }, at: number): FaqHit => {
      const likeness: Likeness = {
        askedCovered: coverage(corpus, counts, wording.counts),
        wordingCovered: coverage(corpus, wording.counts, counts),
        scoreShare: own > 0 ? Math.min(1.5, score / own) : 0,
        lead: first > 0 ? (score - (at === 0 ? second : first)) / first : 0,
        askedLength: length,
      };
      const confidence = likelihoodOf(likeness, DEFAULT_CALIBRATION);
      return { entryId: entries[wording.entryAt]?.id ?? '', score, confidence };
    };
    const judged = ranked.slice(0, JUDGED).map(judge);
    const rest = ranked.slice(JUDGED).map((each, at) => judge(each, JUDGED + at));
    return [...judged.sort((a, b) => b.confidence - a.confidence), ...rest].slice(0, limit);
  };
  return { search };
}
