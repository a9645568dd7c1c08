import type { Compared } from './shelf.ts';

/** What likeness is worth with the model and the entries in use; models differ, so it is measured and not assumed. */
export interface Scale {
  /** Likeness of a wording to the rest of its own entry, as a rule. */
  right: number;
  /** Likeness to the nearest other entry, as a rule: what a wrong match looks like. */
  wrong: number;
  spread: number;
  /** By how much one's own entry is ahead of the nearest other, as a rule. */
  lead: number;
  leadSpread: number;
}

/** Fewer comparisons than this tell nothing. */
export const LEAST_COMPARED = 12;
/** A spread measured smaller than this is an accident of few entries. */
const LEAST_SPREAD = 0.03;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** The scale of these comparisons; null when they are too few, or when likeness does not tell right from wrong. */
export function scaleOf(compared: readonly Compared[]): Scale | null {
  if (compared.length < LEAST_COMPARED) return null;
  const rights = compared.map(each => each.right);
  const wrongs = compared.map(each => each.wrong);
  const leads = compared.map(each => each.right - each.wrong);
  const [right, wrong, lead] = [median(rights), median(wrongs), median(leads)];
  if (right <= wrong || lead <= 0) return null;
  const spread = Math.max(LEAST_SPREAD, Math.sqrt((variance(rights) + variance(wrongs)) / 2));
  return { right, wrong, spread, lead, leadSpread: Math.max(LEAST_SPREAD, Math.sqrt(variance(leads))) };
}
