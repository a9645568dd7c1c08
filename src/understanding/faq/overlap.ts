import type { Corpus } from './corpus.ts';
import type { Asked, Wording } from './wording.ts';

/** Weights shared by both sides, by kind, of all tokens or of content only; and the rarest that one side lacks. */
export interface Overlap {
  asked: Float64Array;
  wording: Float64Array;
  contentAsked: Float64Array;
  contentWording: Float64Array;
  missingAsked: Float64Array;
  missingWording: Float64Array;
}

const add = (to: Float64Array, at: number, value: number): void => {
  to[at] = (to[at] ?? 0) + value;
};
const raise = (to: Float64Array, at: number, value: number): void => {
  if (value > (to[at] ?? 0)) to[at] = value;
};

/** Weighs what both share; `marks` has a 1 for every token of the question, and is left as it was. */
export function overlap(corpus: Corpus, asked: Asked, wording: Wording, marks: Uint8Array): Overlap {
  const made = (): Float64Array => new Float64Array(3);
  const found: Overlap = {
    asked: made(),
    wording: made(),
    contentAsked: made(),
    contentWording: made(),
    missingAsked: made(),
    missingWording: made(),
  };
  const { vocabulary, postings } = corpus;
  for (const id of wording.ids) {
    const kind = vocabulary.kindOf(id);
    const rarity = postings.rarityOf(id);
    const isContent = !vocabulary.isLight(id);
    if (marks[id]) {
      add(found.wording, kind, rarity);
      if (isContent) add(found.contentWording, kind, rarity);
      marks[id] = 2;
    } else if (isContent) raise(found.missingWording, kind, rarity);
  }
  for (const { id, kind, isLight, rarity } of asked.tokens) {
    if (id >= 0 && marks[id] === 2) {
      add(found.asked, kind, rarity);
      if (!isLight) add(found.contentAsked, kind, rarity);
      marks[id] = 1;
    } else if (!isLight) raise(found.missingAsked, kind, rarity);
  }
  return found;
}
