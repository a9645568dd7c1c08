import { type BayesModel, openBayesOfPlaces } from '../bayes.ts';
import { cuesOf } from '../cues.ts';
import type { LabelOdds } from '../sentence.ts';
import { readable } from '../tokens.ts';
import {
  createFeatureTable,
  type FeatureTable,
  NOWHERE,
  type Packed,
  packedFeatures,
  ROOT,
  UNKNOWN,
} from './feature-table.ts';
import { AFTER, anonymous, BEFORE } from './features.ts';
import type { JudgeModel } from './judge-model.ts';
import { createKindRuns } from './kind-runs.ts';
import { createLexicon, type Entry } from './lexicon.ts';
import { createScale, type Scale } from './scale.ts';

/** What the three judges make of a text; the two learned ones in the order of `LABELS`. */
export interface Judged {
  told: Float64Array;
  spelt: Float64Array;
  bayes: LabelOdds;
}

/** Of the spelt judge; the told one knows runs of three at most. */
const LONGEST_RUN = 4;
const SPACE = /\s/gu;
const codeOf = (sign: string): number => sign.charCodeAt(0);
const [START, END] = [codeOf(BEFORE), codeOf(AFTER)];
/** How features of each sort begin in the table; runs need no length before them. */
const [RUN, FIRST, LAST] = [codeOf('r'), codeOf('f'), codeOf('e')];

const isWalked = (name: string): boolean => /^[1-4fe]/.test(name);

/** The features that are found by walking through a text: runs of characters, beginnings and ends. */
function walkedOf(features: Packed): Packed {
  const walked = [...features].filter(([name]) => isWalked(name));
  return new Map(walked.map(([name, packed]) => [name.replace(/^[1-4]/, 'r'), packed]));
}

/** The others, which are found by their names: cues, words, kinds. */
const namedOf = (features: Packed): Packed => new Map([...features].filter(([name]) => !isWalked(name)));

/** Code points between the signs of a text's beginning and end. */
function charactersOf(text: string): number[] {
  const characters = [START];
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    characters.push(code);
    if (code > 0xffff) at++;
  }
  characters.push(END);
  return characters;
}

/** Puts what a text's characters show on both scales; each feature once a text. */
function createWalker(table: FeatureTable, told: Scale, spelt: Scale) {
  const runRoot = table.step(ROOT, RUN);
  const put = (node: number, text: number) => {
    if (node === NOWHERE || !table.isFirst(node, text)) return;
    told.put(table.toldAt(node));
    spelt.put(table.speltAt(node));
  };
  const putEdge = (root: number, text: number, characters: readonly number[]) => {
    let node = table.step(ROOT, root);
    for (const character of characters) {
      if (node === NOWHERE) return;
      node = table.step(node, character);
    }
    put(node, text);
  };
  return {
    runs(characters: readonly number[], text: number) {
      for (let from = 0; from < characters.length; from++) {
        const end = Math.min(characters.length, from + LONGEST_RUN);
        for (let at = from, node = runRoot; at < end; at++) {
          node = table.step(node, characters[at] ?? 0);
          if (node === NOWHERE) break;
          put(node, text);
        }
      }
    },
    edges(characters: readonly number[], text: number) {
      const end = characters.length - 1;
      for (const count of [2, 3]) {
        putEdge(FIRST, text, characters.slice(1, Math.min(end, 1 + count)));
        putEdge(LAST, text, characters.slice(Math.max(1, end - count), end));
      }
    },
  };
}

/**
 * Opens the three judges of a class model together: the same chances as `openJudge` over `shownBy` and as natural's
 * classifier, to the last bit, in a fraction of the time: no feature becomes a string, a word is looked up once for
 * all three, and the weights lie where the feature is found.
 */
export function openAllJudges(model: {
  told: JudgeModel;
  spelt: JudgeModel;
  bayes: BayesModel;
}): (raw: string) => Judged {
  const [told, spelt] = [createScale(model.told), createScale(model.spelt)];
  const [toldFeatures, speltFeatures] = [packedFeatures(model.told), packedFeatures(model.spelt)];
  const table = createFeatureTable(walkedOf(toldFeatures), walkedOf(speltFeatures));
  const walker = createWalker(table, told, spelt);
  const [toldNames, speltNames] = [namedOf(toldFeatures), namedOf(speltFeatures)];
  const kindRuns = createKindRuns(toldNames);
  const { placeOf, oddsOf } = openBayesOfPlaces(model.bayes);
  const wordsOf = createLexicon({
    told: toldNames,
    spelt: speltNames,
    placeOf,
    kindNumberOf: kindRuns.numberOf,
  });
  let number = 0;
  const putWord = (word: Entry) => {
    if (word.putIn === number) return;
    word.putIn = number;
    told.put(word.told);
    spelt.put(word.spelt);
  };
  return raw => {
    const text = readable(raw);
    const plain = anonymous(text);
    const words = wordsOf(text);
    const plainWords = plain === text ? words : wordsOf(plain);
    number++;
    told.empty();
    spelt.empty();
    for (const cue of cuesOf(plain)) told.putSteady(toldNames.get(cue) ?? UNKNOWN);
    for (const word of plainWords) putWord(word);
    kindRuns.put(plainWords, number, told);
    const characters = charactersOf(plain.replace(SPACE, ''));
    walker.runs(characters, number);
    walker.edges(characters, number);
    const places = words.filter(word => word.isWord).map(word => word.place);
    return { told: told.chances(), spelt: spelt.chances(), bayes: oddsOf(places) };
  };
}
