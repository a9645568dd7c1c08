import type { Corpus } from './corpus.ts';
import { saturate } from './postings.ts';
import type { Asked, Wording } from './wording.ts';

/** So many by score are judged closely. */
export const CANDIDATES = 50;
/** So many wordings of one entry are judged. */
const WORDINGS = 4;
/** How much an answer's words count beside those of the question. */
const ANSWER_SHARE = 0.5;

/** An entry that shares words with what is asked; one with several wordings may stand several times. */
export interface Candidate {
  entryAt: number;
  /** A wording of it that shares much. */
  wording: Wording;
  /** BM25 of the wording, of the answer, and both together. */
  wordingScore: number;
  answerScore: number;
  score: number;
}

/** The candidates of one question, and what its scores are measured against. */
export interface Shortlist {
  /** Best first. */
  candidates: readonly Candidate[];
  /** What the question would score against itself: the most that any wording could have. */
  ownScore: number;
  bestWordingScore: number;
  bestAnswerScore: number;
}

/** The entries that share most with a question; `except` leaves one entry out as if it were not there. */
export type Shortlister = (asked: Asked, limit: number, except?: number) => Shortlist;

/** Scores by entry; kept between questions, so that ten thousand entries cost no garbage. */
interface Board {
  /** The score of each entry's best wording. */
  wordingScore: Float64Array;
  answerScore: Float64Array;
  /** Entries with a score. */
  touched: number[];
}

function clear(board: Board): void {
  for (const entryAt of board.touched) {
    board.wordingScore[entryAt] = 0;
    board.answerScore[entryAt] = 0;
  }
  board.touched = [];
}

/** Gives the scores of all wordings, and the highest. */
function fillWordings(board: Board, corpus: Corpus, asked: Asked, except: number) {
  const { touched, scores } = corpus.postings.score(asked.tokens);
  let highest = 0;
  for (const at of touched) {
    const entryAt = corpus.entryOf[at] ?? -1;
    const score = scores[at] ?? 0;
    const before = board.wordingScore[entryAt] ?? 0;
    if (entryAt === except || score <= before) continue;
    if (before === 0) board.touched.push(entryAt);
    board.wordingScore[entryAt] = score;
    if (score > highest) highest = score;
  }
  return { scores, highest };
}

/** Gives the highest score of an answer. */
function fillAnswers(board: Board, corpus: Corpus, asked: Asked, except: number): number {
  if (corpus.answerOf.length === 0) return 0;
  const { touched, scores } = corpus.answers.score(asked.tokens);
  let highest = 0;
  for (const at of touched) {
    const entryAt = corpus.answerOf[at] ?? -1;
    const score = scores[at] ?? 0;
    if (entryAt === except) continue;
    if ((board.wordingScore[entryAt] ?? 0) === 0) board.touched.push(entryAt);
    board.answerScore[entryAt] = score;
    if (score > highest) highest = score;
  }
  return highest;
}

const scoreOf = (board: Board, entryAt: number): number =>
  (board.wordingScore[entryAt] ?? 0) + ANSWER_SHARE * (board.answerScore[entryAt] ?? 0);

/** The `limit` best of the touched entries, best first; of equals the earlier entry. */
function pickBest(board: Board, limit: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (const entryAt of board.touched) {
    const score = scoreOf(board, entryAt);
    if (best.length >= limit && score < least) continue;
    best.push(entryAt);
    if (best.length < 2 * limit) continue;
    cutToBest(board, best, limit);
    least = scoreOf(board, best[limit - 1] ?? 0);
  }
  cutToBest(board, best, limit);
  return best;
}

function cutToBest(board: Board, best: number[], limit: number): void {
  best.sort((a, b) => scoreOf(board, b) - scoreOf(board, a) || a - b);
  best.length = Math.min(best.length, limit);
}

function scoreOfItself(corpus: Corpus, asked: Asked): number {
  const { postings } = corpus;
  let sum = 0;
  for (const { rarity, count } of asked.tokens)
    sum += rarity * saturate(count, asked.length, postings.meanLength);
  return sum;
}

/** The wordings of an entry that share most with the question; what shares most is not always what is meant. */
function wordingsOf(corpus: Corpus, entryAt: number, scores: Float64Array): number[] {
  const first = corpus.firstOf[entryAt] ?? 0;
  const end = corpus.firstOf[entryAt + 1] ?? corpus.wordings.length;
  const places = Array.from({ length: end - first }, (_, at) => first + at);
  const shared = places.filter(at => (scores[at] ?? 0) > 0);
  shared.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return shared.length > 0 ? shared.slice(0, WORDINGS) : [first];
}

function candidatesOf(board: Board, corpus: Corpus, entryAt: number, scores: Float64Array): Candidate[] {
  const answerScore = board.answerScore[entryAt] ?? 0;
  const score = scoreOf(board, entryAt);
  return wordingsOf(corpus, entryAt, scores).flatMap(at => {
    const wording = corpus.wordingAt(at);
    return wording ? [{ entryAt, wording, wordingScore: scores[at] ?? 0, answerScore, score }] : [];
  });
}

/** Prepares to shortlist entries of a corpus. */
export function createShortlister(corpus: Corpus): Shortlister {
  const board: Board = {
    wordingScore: new Float64Array(corpus.size),
    answerScore: new Float64Array(corpus.size),
    touched: [],
  };
  return (asked, limit, except = -1) => {
    const { scores, highest } = fillWordings(board, corpus, asked, except);
    const bestAnswerScore = fillAnswers(board, corpus, asked, except);
    const candidates = pickBest(board, limit).flatMap(entryAt =>
      candidatesOf(board, corpus, entryAt, scores),
    );
    clear(board);
    return { candidates, ownScore: scoreOfItself(corpus, asked), bestWordingScore: highest, bestAnswerScore };
  };
}
