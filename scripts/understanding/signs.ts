/**
 * Which way each value may speak, whatever the lessons say: what both share speaks for, what one lacks against. Our
 * lessons are harder than life (near misses that share more words than the right question), and without this the model
 * would learn from them that sharing words is bad.
 */
const AGAINST = new Set([
  'rarest-missing-asked',
  'rarest-missing-wording',
  'rarest-missing-both',
  'rarest-word-asked',
  'rarest-word-wording',
  'rarest-word-both',
  'opposed',
  'content-missing-both',
  'aspects-asked',
  'aspects-wording',
  'numbers-asked',
  'numbers-wording',
  'length-difference',
  'negated-once',
  'focus-asked',
  'focus-wording',
  'focus-conflict',
  'subject-missing-asked',
  'subject-missing-wording',
]);
/** Tells whether a base has answers, not whether an entry is meant. */
const UNUSED = new Set(['has-answer']);
const FREE = new Set(['wording-length']);

/** The weight a value may keep. */
export function allowed(name: string, weight: number): number {
  if (UNUSED.has(name)) return 0;
  if (FREE.has(name)) return weight;
  return AGAINST.has(name) ? Math.min(0, weight) : Math.max(0, weight);
}
