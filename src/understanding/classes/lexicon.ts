import { cutOf, isWord, taggedWordsOf } from '../tokens.ts';
import { type Packed, UNKNOWN } from './feature-table.ts';

/** All that the judges want to know of a word; looked up once for all of them. */
export interface Entry {
  /** Number of the kind that jieba gives it. */
  kind: number;
  /** More than punctuation. */
  isWord: boolean;
  /** Its place among the words that natural counted; -1 when it is none of them. */
  place: number;
  told: number;
  spelt: number;
  /** The text in which it was last put on the scales. */
  putIn: number;
}

/** Words are remembered up to so many; then anew. */
const MOST_WORDS = 40_000;

interface Known {
  told: Packed;
  spelt: Packed;
  placeOf(word: string): number;
  kindNumberOf(kind: string): number;
}

/**
 * Splits texts into words with what is known of each. jieba is asked for the kinds only where a word is new: a word's
 * kind does not depend on the text it stands in.
 */
export function createLexicon({ told, spelt, placeOf, kindNumberOf }: Known): (text: string) => Entry[] {
  const entries = new Map<string, Entry>();
  const learn = (text: string): Entry[] =>
    taggedWordsOf(text).map(({ word, kind }) => {
      const known = entries.get(word);
      if (known) return known;
      const entry: Entry = {
        kind: kindNumberOf(kind),
        isWord: isWord(word),
        place: placeOf(word),
        told: told.get(`w${word}`) ?? UNKNOWN,
        spelt: spelt.get(`w${word}`) ?? UNKNOWN,
        putIn: 0,
      };
      entries.set(word, entry);
      return entry;
    });
  return text => {
    const found: Entry[] = [];
    for (const word of cutOf(text)) {
      const entry = entries.get(word);
      if (entry === undefined) {
        if (entries.size > MOST_WORDS) entries.clear();
        return learn(text);
      }
      found.push(entry);
    }
    return found;
  };
}
