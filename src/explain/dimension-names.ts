import type { Dimensions } from '../analysis/group-analysis.ts';

/** The letters of metrics.md for the six dimensions. */
export const DIMENSION_NAMES: Readonly<Record<string, keyof Dimensions>> = {
  R: 'regular',
  I: 'interactive',
  E: 'warm',
  C: 'substantive',
  S: 'solving',
  T: 'satisfying',
};
