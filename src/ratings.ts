import { mulberry32 } from './mulberry32.ts';

/** 评价: what a rated cadre may see. Whole batches of five only, so that no single rating can be told by what it changed. */

/** Ratings are shown to the rated when so many are together. */
export const TOGETHER = 5;
/** 不满意, or two stars and fewer. */
export const BAD_STARS = 2;
/** 满意, or four stars and more. */
export const GOOD_STARS = 4;

/** One rating of one cadre, its words already without names and numbers; in the order in which they were given. */
export interface Rating {
  ticketId: string;
  seq: number;
  at: Date;
  stars: number;
  words: string | null;
}

/** What a cadre sees: counts of the whole batches, and words without ticket, time or name in an order that says nothing. */
export interface ShownRatings {
  shown: number;
  good: number;
  basic: number;
  bad: number;
  setAside: number;
  /** Those of the latest batch. */
  words: string[];
}

export const isBad = ({ stars }: Pick<Rating, 'stars'>): boolean => stars <= BAD_STARS;

/** The whole batches among these ratings; what is left over waits until five are together. */
export const wholeBatches = <T extends Rating>(ratings: readonly T[]): T[] =>
  ratings.slice(0, ratings.length - (ratings.length % TOGETHER));

/** The bad ratings an appeal made at this moment is about: those that its cadre could see then. */
export const appealedAgainst = <T extends Rating>(ratings: readonly T[], appealedAt: Date): T[] =>
  wholeBatches(ratings.filter(rating => rating.at <= appealedAt)).filter(isBad);

/** FNV-1a: a number out of a text, the same for ever. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function shuffled<T>(items: readonly T[], seed: string): T[] {
  const next = mulberry32(seedOf(seed));
  const left = [...items];
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const [a, b] = [left[at], left[other]];
    if (a !== undefined && b !== undefined) [left[at], left[other]] = [b, a];
  }
  return left;
}

/** What is shown of a cadre's ratings; null before five are together. `upheldAt`: when the appeals that were upheld were made. */
export function shownRatings(
  ratings: readonly Rating[],
  cadreId: string,
  upheldAt: readonly Date[],
): ShownRatings | null {
  const shown = wholeBatches(ratings);
  if (!shown.length) return null;
  const setAside = new Set(upheldAt.flatMap(at => appealedAgainst(ratings, at)));
  const standing = shown.filter(rating => !setAside.has(rating));
  const words = shown
    .slice(-TOGETHER)
    .flatMap(rating => (rating.words && !setAside.has(rating) ? [rating.words] : []))
    .sort();
  return {
    shown: shown.length,
    good: standing.filter(({ stars }) => stars >= GOOD_STARS).length,
    basic: standing.filter(rating => !isBad(rating) && rating.stars < GOOD_STARS).length,
    bad: standing.filter(isBad).length,
    setAside: setAside.size,
    words: shuffled(words, `${cadreId}/${shown.length}`),
  };
}
