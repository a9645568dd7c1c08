import type { FaqEntry } from '../../faq.ts';
import { cutAt, readable, searchTokensOf } from '../tokens.ts';
import { type Bag, createPostings, type Postings } from './postings.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { countTokens, type Listed, listWording, readClosely, type Wording } from './wording.ts';

/** Of a long answer only the beginning is looked at: it says what it is about. */
const ANSWER_CODE_POINTS = 400;

/** Everything that is searched: each entry's question, phrasings and answer. */
export interface Corpus {
  size: number;
  vocabulary: Vocabulary;
  /** A wording, read closely. */
  wordingAt(at: number): Wording | undefined;
  wordings: readonly Listed[];
  /** The entry of each wording. */
  entryOf: Int32Array;
  /** The first wording of each entry. */
  firstOf: readonly number[];
  postings: Postings;
  /** Answers apart: an official answer often says again what was asked, in other words. */
  answers: Postings;
  /** The entry of each answer. */
  answerOf: Int32Array;
  /** How rare a token is among people at large, 0-1. */
  background: (token: string) => number;
}

/** Words and pairs of an answer; single characters say nothing in a long text. */
function readAnswer(answer: string, vocabulary: Vocabulary): Bag {
  const text = cutAt(readable(cutAt(answer, ANSWER_CODE_POINTS)), ANSWER_CODE_POINTS);
  const tokens = searchTokensOf(text).filter(token => !token.startsWith('c'));
  const counts = countTokens(tokens);
  return {
    ids: Int32Array.from(counts.keys(), token => vocabulary.learn(token)),
    counts: Uint8Array.from(counts.values(), count => Math.min(255, count)),
    length: tokens.length,
  };
}

/** Reads the entries; the index of an entry in the list is its place everywhere below. */
export function createCorpus(
  entries: readonly FaqEntry[],
  background: (token: string) => number = () => 1,
): Corpus {
  const vocabulary = createVocabulary();
  const firstOf: number[] = [];
  const wordings: Listed[] = [];
  entries.forEach((entry, entryAt) => {
    firstOf.push(wordings.length);
    for (const text of [entry.question, ...entry.phrasings])
      wordings.push(listWording(text, entryAt, vocabulary));
  });
  const answered = entries.flatMap((entry, entryAt) =>
    entry.answer ? [{ entryAt, bag: readAnswer(entry.answer, vocabulary) }] : [],
  );
  const commonly = (id: number) => background(vocabulary.tokenOf(id));
  const postings = createPostings(wordings, vocabulary.size, commonly);
  const close: (Wording | undefined)[] = [];
  return {
    size: entries.length,
    vocabulary,
    wordings,
    wordingAt(at) {
      const listed = wordings[at];
      if (listed && !close[at]) close[at] = readClosely(listed, vocabulary, postings.rarityOf);
      return close[at];
    },
    entryOf: Int32Array.from(wordings, wording => wording.entryAt),
    firstOf,
    postings,
    answers: createPostings(
      answered.map(each => each.bag),
      vocabulary.size,
      commonly,
    ),
    answerOf: Int32Array.from(answered, each => each.entryAt),
    background,
  };
}
