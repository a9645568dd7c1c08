import { type JudgeModel, stepsOf } from './judge-model.ts';

/** What a feature weighs for one judge: three signed bytes, one a class, and above them that it is known at all. */
export const KNOWN = 1 << 24;
export const UNKNOWN = 0;
/** A place in the table that no feature has. */
export const NOWHERE = -1;
export const ROOT = 0;

/** One feature takes four numbers side by side, so that a look at it costs one line of the processor's cache. */
const KEY = 0;
const TOLD = 1;
const SPELT = 2;
const SEEN = 3;
const WIDTH = 4;
const CHARACTER_BITS = 13;
/** A place and a character fit one whole number of 32 bits. */
const MOST_PLACES = 1 << 19;

/** Features with their packed weights. */
export type Packed = ReadonlyMap<string, number>;

/**
 * The features of both judges as one trie in one table of numbers: a text is walked through it without making a string
 * of any feature. A node is the place of the edge that leads to it.
 */
export interface FeatureTable {
  /** The node longer by one character; `NOWHERE` when no feature goes on so. */
  step(node: number, character: number): number;
  /** What the feature that ends at a node weighs for either judge; 0 when it is none of theirs. */
  toldAt(node: number): number;
  speltAt(node: number): number;
  /** Is it the first time in this text? Texts are numbered from 1. */
  isFirst(node: number, text: number): boolean;
}

const packed = (steps: Int8Array, at: number): number =>
  KNOWN |
  ((steps[at] ?? 0) & 0xff) |
  (((steps[at + 1] ?? 0) & 0xff) << 8) |
  (((steps[at + 2] ?? 0) & 0xff) << 16);

/** Every feature of a judge with its packed weights. */
export function packedFeatures(model: JudgeModel): Map<string, number> {
  const steps = stepsOf(model);
  return new Map(model.features.split('\n').map((feature, at) => [feature, packed(steps, at * 3)]));
}

/** Numbers for the characters of features, from 1; 0 for all others. */
function numberCharacters(lists: readonly Iterable<string>[]): (character: number) => number {
  const numbers = new Map<number, number>();
  for (const list of lists) {
    for (const feature of list) {
      for (const character of feature) {
        const code = character.codePointAt(0) ?? 0;
        if (!numbers.has(code)) numbers.set(code, numbers.size + 1);
      }
    }
  }
  if (numbers.size >= 1 << CHARACTER_BITS)
    throw new RangeError('the features hold too many characters for the table');
  const near = new Uint16Array(0x10000);
  for (const [code, number] of numbers) if (code < near.length) near[code] = number;
  return character => (character < 0x10000 ? (near[character] ?? 0) : (numbers.get(character) ?? 0));
}

/** Of so many places at most two thirds may be taken, or looking grows long. */
const isCrowded = (nodes: number, places: number): boolean => nodes * 3 > places * 2;

/** Where a key stands or would stand; the first place is never free, for it is the root. */
function createPlaces(places: number) {
  const table = new Int32Array(places * WIDTH);
  table[KEY] = -1;
  const mask = places - 1;
  const placeOf = (key: number): number => {
    const mixed = Math.imul(key, 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & mask;
    for (let found = table[place * WIDTH]; found !== key && found !== 0; found = table[place * WIDTH]) {
      place = (place + 1) & mask;
    }
    return place;
  };
  return { table, placeOf };
}

const keyOf = (node: number, number: number): number => (node << CHARACTER_BITS) | number;

/** Fills a table of so many places; null when they do not suffice. */
function fillTable(told: Packed, spelt: Packed, numberOf: (character: number) => number, size: number) {
  const { table, placeOf } = createPlaces(size);
  let nodes = 1;
  for (const feature of new Set([...told.keys(), ...spelt.keys()])) {
    let node = ROOT;
    for (const character of feature) {
      const key = keyOf(node, numberOf(character.codePointAt(0) ?? 0));
      node = placeOf(key);
      if (table[node * WIDTH] === 0) nodes++;
      table[node * WIDTH] = key;
    }
    table[node * WIDTH + TOLD] = told.get(feature) ?? UNKNOWN;
    table[node * WIDTH + SPELT] = spelt.get(feature) ?? UNKNOWN;
    if (isCrowded(nodes, size)) return null;
  }
  return { table, placeOf };
}

/** Builds the table of two lists of features, which may begin alike. */
export function createFeatureTable(told: Packed, spelt: Packed): FeatureTable {
  const numberOf = numberCharacters([told.keys(), spelt.keys()]);
  let size = 1024;
  while (isCrowded(Math.max(told.size, spelt.size), size)) size *= 2;
  let filled = fillTable(told, spelt, numberOf, size);
  for (; filled === null; filled = fillTable(told, spelt, numberOf, size)) {
    size *= 2;
    if (size > MOST_PLACES) throw new RangeError('the model holds more features than a table can');
  }
  const { table, placeOf } = filled;
  return {
    step(node, character) {
      const number = numberOf(character);
      if (number === 0) return NOWHERE;
      const place = placeOf(keyOf(node, number));
      return table[place * WIDTH] === 0 ? NOWHERE : place;
    },
    toldAt: node => table[node * WIDTH + TOLD] ?? UNKNOWN,
    speltAt: node => table[node * WIDTH + SPELT] ?? UNKNOWN,
    isFirst(node, text) {
      if (table[node * WIDTH + SEEN] === text) return false;
      table[node * WIDTH + SEEN] = text;
      return true;
    },
  };
}
