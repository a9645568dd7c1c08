import { type Packed, UNKNOWN } from './feature-table.ts';
import { AFTER, BEFORE } from './features.ts';
import type { Entry } from './lexicon.ts';
import type { Scale } from './scale.ts';

/** Kinds of words are some fifty; three of them fit one whole number. */
const MOST_KINDS = 1024;

/** Pairs and triples of kinds in a row, as `shownBy` names them. */
export interface KindRuns {
  /** Kinds are told apart by numbers, which are given here. */
  numberOf(kind: string): number;
  /** Puts the runs of a text's words on the scale, each name once. */
  put(words: readonly Entry[], text: number, scale: Scale): void;
}

/** A run's weight by its name; two rows of kinds may spell one name. */
interface Run {
  packed: number;
  putIn: number;
}

/** Gives every kind a number when it is first met. */
function numberKinds() {
  const kinds: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (kind: string): number => {
    const known = numbers.get(kind);
    if (known !== undefined) return known;
    if (kinds.length >= MOST_KINDS)
      throw new RangeError('jieba names more kinds of words than were foreseen');
    numbers.set(kind, kinds.length);
    return kinds.push(kind) - 1;
  };
  return { kinds, numberOf };
}

export function createKindRuns(weights: Packed): KindRuns {
  const { kinds, numberOf } = numberKinds();
  const byName = new Map<string, Run>();
  const byKey = new Map<number, Run>();
  const learn = (key: number, row: readonly number[]): Run => {
    const name = `k${row.map(number => kinds[number]).join('')}`;
    const run = byName.get(name) ?? { packed: weights.get(name) ?? UNKNOWN, putIn: 0 };
    byName.set(name, run);
    byKey.set(key, run);
    return run;
  };
  const [before, after] = [numberOf(BEFORE), numberOf(AFTER)];
  const putRun = (run: Run, text: number, scale: Scale) => {
    if (run.putIn === text) return;
    run.putIn = text;
    scale.put(run.packed);
  };
  return {
    numberOf,
    put(words, text, scale) {
      for (let at = 0, one = before; at <= words.length; at++) {
        const other = words[at]?.kind ?? after;
        const key = -1 - (one * MOST_KINDS + other);
        putRun(byKey.get(key) ?? learn(key, [one, other]), text, scale);
        one = other;
      }
      for (let at = 0, one = before, two = words[0]?.kind ?? after; at < words.length; at++) {
        const other = words[at + 1]?.kind ?? after;
        const key = (one * MOST_KINDS + two) * MOST_KINDS + other;
        putRun(byKey.get(key) ?? learn(key, [one, two, other]), text, scale);
        one = two;
        two = other;
      }
    },
  };
}
