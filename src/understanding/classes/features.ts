import { cuesOf } from '../cues.ts';
import { readable, taggedWordsOf } from '../tokens.ts';

const LONG_NUMBER = /\d{2,}/gu;
/** Place names made anonymous, as letters to an office carry them: A市, K4县. */
const CODED_PLACE = /[a-z]\d*(?=[市区县])/gu;
/** A text's ends, as characters and as kinds of words. */
export const BEFORE = '^';
export const AFTER = '$';

/** What a text shows to the two learned judges. */
export interface Shown {
  /** How it is said: cues, words, kinds of words in a row, characters up to three in a row. */
  told: string[];
  /** How it is spelt: words and characters up to four in a row, without any cue of ours. */
  spelt: string[];
}

/** Runs of 1 to `longest` characters, with the text's ends as characters of their own. */
function runsOf(text: string, longest: number): string[] {
  const characters = [BEFORE, ...text.replace(/\s/gu, ''), AFTER];
  const runs: string[] = [];
  for (let from = 0; from < characters.length; from++) {
    let run = '';
    for (let length = 1; length <= longest && from + length <= characters.length; length++) {
      run += characters[from + length - 1];
      runs.push(`${length}${run}`);
    }
  }
  return runs;
}

/** How a text without spaces begins and ends, two and three characters of it. */
export function edgesOf(text: string): string[] {
  const characters = Array.from(text);
  return [2, 3].flatMap(count => [
    `f${characters.slice(0, count).join('')}`,
    `e${characters.slice(-count).join('')}`,
  ]);
}

/** The text without what tells where it is from: long numbers, coded places. */
export const anonymous = (text: string): string => text.replace(LONG_NUMBER, '0').replace(CODED_PLACE, '某');

/** The features of a text for both judges, each once; the text may be raw. */
export function shownBy(raw: string): Shown {
  const text = anonymous(readable(raw));
  const tagged = taggedWordsOf(text);
  const words = tagged.map(({ word }) => `w${word}`);
  const kinds = [BEFORE, ...tagged.map(({ kind }) => kind), AFTER];
  const kindPairs = kinds.slice(1).map((kind, at) => `k${kinds[at]}${kind}`);
  const kindTriples = kinds.slice(2).map((kind, at) => `k${kinds[at]}${kinds[at + 1]}${kind}`);
  const threes = runsOf(text, 3);
  const fours = runsOf(text, 4);
  return {
    told: [...new Set([...cuesOf(text), ...words, ...kindPairs, ...kindTriples, ...threes])],
    spelt: [...new Set([...words, ...fours, ...edgesOf(text.replace(/\s/gu, ''))])],
  };
}
