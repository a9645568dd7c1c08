import type { FaqBars } from './faq-section.ts';

/*
 * Bars (must / good) are section 9 of ../shared/notes/understanding.md; baselines are its section 2: BM25 of words, pairs
 * and characters, and a re-ranker learned on this very data (LR, two-fold where it is ranking, held-out where it declines).
 */

export const WHOLE_BARS: FaqBars = {
  first: ['76 / 78', 'BM25 76.4, LR 78.1'],
  reciprocal: ['81 / 83', 'BM25 81.9, LR 83.3'],
  body: ['79 / 82', 'BM25 80, LR 80'],
  precision: ['90', 'BM25 91.1, LR 91.4'],
  recall: ['40 / 50', 'BM25 28.6, LR 46.5'],
  recallAt90: ['40 / 50', 'LR 46.5'],
  recallAt95: ['', 'GBDT 41.2'],
  chatter: ['0.5 / 0.2', 'LR 0.1'],
  request: ['2 / 1', 'LR 0.3'],
  near_miss: ['', 'LR 10.4'],
  out_of_kb: ['', 'LR 2.7'],
};

export const WITHOUT_BQ_BARS: FaqBars = {
  first: ['87 / 89', 'BM25 85.8, LR 87.3'],
  reciprocal: ['90 / 92', 'BM25 89.5, LR 90.7'],
  body: ['79 / 82', 'BM25 81, LR 82'],
  precision: ['90', 'BM25 90.8, LR 89.9'],
  recall: ['55 / 68', 'BM25 38.8, LR 66.6'],
  recallAt90: ['55 / 68', 'LR 66.6'],
  recallAt95: ['40 / 52', 'GBDT 51.6'],
  chatter: ['0.5 / 0.2', 'LR 0.2'],
  request: ['2 / 1', 'LR 0.3'],
  near_miss: ['22 / 17', 'LR 21.7'],
  out_of_kb: ['', 'LR 4.1'],
};
