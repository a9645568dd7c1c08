/** BM25's usual constants: how fast repetition saturates, and how much length counts (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** A text as a bag of numbered tokens. */
export interface Bag {
  ids: Int32Array;
  counts: Uint8Array;
  length: number;
}

/** What a token adds to a text's score, without the token's rarity. */
export const saturate = (count: number, length: number, meanLength: number): number =>
  (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength));

/** Which texts have a token, and what it adds to each; scored by BM25. */
export interface Postings {
  meanLength: number;
  /** How rare a token is; a token that no text has is the rarest. */
  rarityOf(id: number): number;
  isKnown(id: number): boolean;
  readonly highestRarity: number;
  /** The places of the texts that share a token with these, with their scores; the arrays are valid until the next call. */
  score(tokens: Iterable<{ id: number }>): { touched: readonly number[]; scores: Float64Array };
}

/** The lists of all tokens in one row: that of token `id` begins at `starts[id]` and ends before `starts[id + 1]`. */
interface Lists {
  starts: Int32Array;
  places: Int32Array;
  shares: Float32Array;
}

function listTexts(bags: readonly Bag[], vocabularySize: number, meanLength: number): Lists {
  const starts = new Int32Array(vocabularySize + 1);
  for (const bag of bags) for (const id of bag.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < vocabularySize; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const size = starts[vocabularySize] ?? 0;
  const lists = { starts, places: new Int32Array(size), shares: new Float32Array(size) };
  const next = starts.slice();
  bags.forEach((bag, place) => {
    for (let at = 0; at < bag.ids.length; at++) {
      const id = bag.ids[at] ?? 0;
      const free = next[id] ?? 0;
      lists.places[free] = place;
      lists.shares[free] = saturate(bag.counts[at] ?? 1, bag.length, meanLength);
      next[id] = free + 1;
    }
  });
  return lists;
}

/** A base of so many texts trusts its own counts as much as what is known of people at large. */
const TRUSTED_TEXTS = 300;

/**
 * Builds the lists; `vocabularySize` is one more than the highest number of a token, `commonly` how rare a token is among
 * people at large, 0-1: a base of a hundred questions says little about that.
 */
export function createPostings(
  bags: readonly Bag[],
  vocabularySize: number,
  commonly: (id: number) => number,
): Postings {
  const total = bags.reduce((sum, bag) => sum + bag.length, 0);
  const meanLength = Math.max(1, total / Math.max(1, bags.length));
  const { starts, places, shares } = listTexts(bags, vocabularySize, meanLength);
  const seenIn = (id: number): number => (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  const rarityBy = (seen: number) => Math.log(1 + (bags.length - seen + 0.5) / (seen + 0.5));
  const highestRarity = rarityBy(0);
  const trust = bags.length / (bags.length + TRUSTED_TEXTS);
  const rarities = new Float64Array(vocabularySize);
  for (let id = 0; id < vocabularySize; id++) {
    const seen = seenIn(id);
    rarities[id] = trust * rarityBy(seen) + (1 - trust) * highestRarity * (seen > 0 ? commonly(id) : 1);
  }
  const scores = new Float64Array(bags.length);
  let touched: number[] = [];
  return {
    meanLength,
    highestRarity,
    isKnown: id => seenIn(id) > 0,
    rarityOf: id => rarities[id] ?? highestRarity,
    score(tokens) {
      for (const place of touched) scores[place] = 0;
      touched = [];
      for (const { id } of tokens) {
        if (id < 0) continue;
        const rarity = rarities[id] ?? 0;
        const end = starts[id + 1] ?? 0;
        for (let at = starts[id] ?? 0; at < end; at++) {
          const place = places[at] ?? 0;
          const before = scores[place] ?? 0;
          if (before === 0) touched.push(place);
          scores[place] = before + rarity * (shares[at] ?? 0);
        }
      }
      return { touched, scores };
    },
  };
}
