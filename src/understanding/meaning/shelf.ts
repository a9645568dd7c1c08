import { cosine, type Vector } from './vector.ts';

/** An entry with the vectors of its question and its phrasings. */
export interface Shelved {
  entryId: string;
  wordings: readonly Vector[];
}

/** How like one wording is to the rest of its own entry, and to the nearest other entry. */
export interface Compared {
  right: number;
  wrong: number;
}

/** One wording on the shelf. */
interface Place {
  entryAt: number;
  wordingAt: number;
}

const nearest = (vector: Vector, wordings: readonly Vector[], except = -1): number =>
  wordings.reduce((most, each, at) => (at === except ? most : Math.max(most, cosine(vector, each))), -1);

/** Each entry's likeness to a text: that of its nearest wording. */
export const likenessIn = (shelf: readonly Shelved[], vector: Vector): Map<string, number> =>
  new Map(shelf.map(({ entryId, wordings }) => [entryId, nearest(vector, wordings)]));

/** At most so many wordings, evenly over the shelf, of entries that have more than one. */
export function wordingsToCompare(shelf: readonly Shelved[], most: number): Place[] {
  const all = shelf.flatMap(({ wordings }, entryAt) =>
    wordings.length > 1 ? wordings.map((_, wordingAt) => ({ entryAt, wordingAt })) : [],
  );
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, at) => all[Math.floor(at * step)] ?? [],
  ).flat();
}

/** Compares one wording, as if it were asked, with the shelf without it. */
export function compareWording(shelf: readonly Shelved[], { entryAt, wordingAt }: Place): Compared | null {
  const own = shelf[entryAt];
  const vector = own?.wordings[wordingAt];
  if (!own || !vector || shelf.length < 2) return null;
  const others = shelf.map((each, at) => (at === entryAt ? -1 : nearest(vector, each.wordings)));
  return { right: nearest(vector, own.wordings, wordingAt), wrong: Math.max(...others) };
}
