import { cutAt, readable, searchTokensOf } from '../tokens.ts';
import { type Traits, traitsOf } from './aspects.ts';
import { readFocus } from './focus.ts';
import { isLight } from './light.ts';
import { kindOfToken, PAIR, type TokenKind, type Vocabulary } from './vocabulary.ts';

const UNIT = /\p{Script=Han}|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}.])*/gu;
const DIGITS = /\d+/gu;
const HAN = /^\p{Script=Han}/u;

/** One way to put a question, as far as the search needs it. */
export interface Listed {
  entryAt: number;
  /** As it is read; what only a close look needs is read from it later. */
  text: string;
  /** Distinct tokens by number, and how often each stands there. */
  ids: Int32Array;
  counts: Uint8Array;
  /** Tokens in all. */
  length: number;
}

/** A wording that is looked at closely: few of ten thousand ever are, so it is read when it first is. */
export interface Wording extends Listed {
  /** Characters and foreign words in order, by number. */
  units: Int32Array;
  traits: Traits;
  numbers: readonly string[];
  /** What it wants to know, and the characters of what it is about. */
  focus: readonly [number, number];
  subject: Int32Array;
  subjectWeight: number;
  /** Summed rarity of its distinct tokens by kind. */
  weight: Float64Array;
  /** The same of what it is about only, for words and for characters. */
  contentWeight: Float64Array;
}

export const unitsOf = (text: string): string[] => text.match(UNIT) ?? [];
export const numbersIn = (text: string): string[] => text.match(DIGITS) ?? [];

/** Characters share their numbers with the tokens of the kind `c`, foreign words with those of the kind `b`. */
const unitToken = (unit: string): string => (HAN.test(unit) ? `c${unit}` : `b${unit}`);

export function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const subjectUnits = (subject: string): string[] => unitsOf(subject).filter(unit => !isLight(unit));

/** Lists a wording of an entry, teaching the vocabulary what is new. */
export function listWording(raw: string, entryAt: number, vocabulary: Vocabulary): Listed {
  const text = readable(raw);
  const tokens = searchTokensOf(text);
  const counts = countTokens(tokens);
  return {
    entryAt,
    text,
    ids: Int32Array.from(counts.keys(), token => vocabulary.learn(token)),
    counts: Uint8Array.from(counts.values(), count => Math.min(255, count)),
    length: tokens.length,
  };
}

/** Units that no entry has; those of a question and those of a wording are never the same. */
const UNKNOWN_ASKED = -1;
const UNKNOWN_WORDED = -2;

function unitIds(text: string, vocabulary: Vocabulary, unknown: number): Int32Array {
  return Int32Array.from(unitsOf(text), unit => {
    const id = vocabulary.find(unitToken(unit));
    return id < 0 ? unknown : id;
  });
}

function weighTokens({ ids }: Listed, vocabulary: Vocabulary, rarityOf: (id: number) => number) {
  const weight = new Float64Array(3);
  const contentWeight = new Float64Array(3);
  for (const id of ids) {
    const kind = vocabulary.kindOf(id);
    const rarity = rarityOf(id);
    weight[kind] = (weight[kind] ?? 0) + rarity;
    if (kind !== PAIR && !vocabulary.isLight(id)) contentWeight[kind] = (contentWeight[kind] ?? 0) + rarity;
  }
  return { weight, contentWeight };
}

/** Reads a listed wording closely, once every wording of the base is listed. */
export function readClosely(
  listed: Listed,
  vocabulary: Vocabulary,
  rarityOf: (id: number) => number,
): Wording {
  const focus = readFocus(listed.text);
  const subject = [...new Set(subjectUnits(focus.subject))]
    .map(unit => vocabulary.find(unitToken(unit)))
    .filter(id => id >= 0);
  return {
    ...listed,
    focus: focus.bits,
    subject: Int32Array.from(subject),
    subjectWeight: subject.reduce((sum, id) => sum + rarityOf(id), 0),
    units: unitIds(listed.text, vocabulary, UNKNOWN_WORDED),
    traits: traitsOf(listed.text),
    numbers: numbersIn(listed.text),
    ...weighTokens(listed, vocabulary, rarityOf),
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

/** What is asked stands in the first few sentences; a longer letter costs time and tells no more. */
const ASKED_CODE_POINTS = 600;

/** Reads what is asked; the vocabulary stays as it is. */
export function readAsked(
  text: string,
  vocabulary: Vocabulary,
  rarityOf: (id: number, token: string) => number,
): Asked {
  const whole = cutAt(readable(text), ASKED_CODE_POINTS);
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
    units: unitIds(whole, vocabulary, UNKNOWN_ASKED),
    traits: traitsOf(whole),
    numbers: numbersIn(whole),
  };
}
