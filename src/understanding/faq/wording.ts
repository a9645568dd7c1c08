import { readable, searchTokensOf } from '../tokens.ts';
import { type Traits, traitsOf } from './aspects.ts';
import { readFocus } from './focus.ts';
import { isLight } from './light.ts';
import { kindOfToken, type TokenKind, type Vocabulary } from './vocabulary.ts';

const UNIT = /\p{Script=Han}|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}.])*/gu;
const DIGITS = /\d+/gu;

/** One way to put a question, read once. */
export interface Wording {
  entryAt: number;
  /** Distinct tokens by number, and how often each stands there. */
  ids: Int32Array;
  counts: Uint8Array;
  /** Tokens in all. */
  length: number;
  /** Characters and foreign words in order, by number. */
  units: Int32Array;
  traits: Traits;
  numbers: readonly string[];
  /** What it wants to know, and the characters of what it is about. */
  focus: readonly [number, number];
  subject: Int32Array;
  subjectWeight: number;
  /** Summed rarity of its distinct tokens by kind; filled in once every wording is known. */
  weight: Float64Array;
  /** The same of what it is about only, for words and for characters. */
  contentWeight: Float64Array;
}

export const unitsOf = (text: string): string[] => text.match(UNIT) ?? [];
export const numbersIn = (text: string): string[] => text.match(DIGITS) ?? [];

/** Characters share their numbers with the tokens of the kind `c`; foreign words get one of their own. */
const unitToken = (unit: string): string => `c${unit}`;

export function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const subjectUnits = (subject: string): string[] => unitsOf(subject).filter(unit => !isLight(unit));

/** Reads a wording of an entry, teaching the vocabulary what is new. */
export function readWording(text: string, entryAt: number, vocabulary: Vocabulary): Wording {
  const whole = readable(text);
  const tokens = searchTokensOf(whole);
  const counts = countTokens(tokens);
  const focus = readFocus(whole);
  return {
    entryAt,
    focus: focus.bits,
    subject: Int32Array.from(new Set(subjectUnits(focus.subject)), unit => vocabulary.learn(unitToken(unit))),
    subjectWeight: 0,
    ids: Int32Array.from(counts.keys(), token => vocabulary.learn(token)),
    counts: Uint8Array.from(counts.values(), count => Math.min(255, count)),
    length: tokens.length,
    units: Int32Array.from(unitsOf(whole), unit => vocabulary.learn(unitToken(unit))),
    traits: traitsOf(whole),
    numbers: numbersIn(whole),
    weight: new Float64Array(3),
    contentWeight: new Float64Array(3),
  };
}

/** A token of a question that is asked. */
export interface AskedToken {
  /** -1: no entry has it. */
  id: number;
  kind: TokenKind;
  count: number;
  isLight: boolean;
  /** How much it tells. */
  rarity: number;
}

/** A question that is asked, read against a vocabulary. */
export interface Asked {
  tokens: readonly AskedToken[];
  length: number;
  units: Int32Array;
  traits: Traits;
  numbers: readonly string[];
  focus: readonly [number, number];
  subject: readonly { id: number; rarity: number }[];
}

/** Units that no entry has are told apart from all of them, not from each other. */
const UNKNOWN_UNIT = -1;

/** Reads what is asked; the vocabulary stays as it is. */
export function readAsked(
  text: string,
  vocabulary: Vocabulary,
  rarityOf: (id: number, token: string) => number,
): Asked {
  const whole = readable(text);
  const tokens = searchTokensOf(whole);
  const focus = readFocus(whole);
  return {
    focus: focus.bits,
    subject: [...new Set(subjectUnits(focus.subject))].map(unit => {
      const id = vocabulary.find(unitToken(unit));
      return { id, rarity: rarityOf(id, unitToken(unit)) };
    }),
    tokens: [...countTokens(tokens)].map(([token, count]) => {
      const id = vocabulary.find(token);
      const rarity = rarityOf(id, token);
      return { id, kind: kindOfToken(token), count, isLight: isLight(token.slice(1)), rarity };
    }),
    length: tokens.length,
    units: Int32Array.from(unitsOf(whole), unit => {
      const id = vocabulary.find(unitToken(unit));
      return id < 0 ? UNKNOWN_UNIT : id;
    }),
    traits: traitsOf(whole),
    numbers: numbersIn(whole),
  };
}
