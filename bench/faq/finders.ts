import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';
import { readModels } from '../../cli/content.ts';
import type { FaqEntry } from '../../src/faq.ts';
import { createFaqIndex, openFaqJudge } from '../../src/understanding/faq-index.ts';
import { readable, wordsOf } from '../../src/understanding/tokens.ts';
import type { Finder } from './finder.ts';
import { openFts5 } from './fts5.ts';

const jiebaWords = (text: string): string[] => wordsOf(readable(text));
const askedOf = ({ question, phrasings }: FaqEntry): string => [question, ...phrasings].join('\n');

const ours: Finder = {
  name: 'ours',
  scoredEvery: 1,
  timed: { 1000: 400, 10000: 400, 100000: 200 },
  async open(entries) {
    const index = createFaqIndex(entries, openFaqJudge((await readModels()).faq));
    return (text, limit) => index.search(text, limit).map(hit => hit.entryId);
  },
};

const fts5: Finder = {
  name: 'SQLite FTS5 trigram, OR',
  scoredEvery: 1,
  timed: { 1000: 400, 10000: 400, 100000: 200 },
  open: openFts5,
};

const minisearch: Finder = {
  name: 'minisearch + jieba',
  scoredEvery: 1,
  timed: { 1000: 400, 10000: 400, 100000: 100 },
  open(entries) {
    const index = new MiniSearch({ fields: ['question', 'answer'], tokenize: jiebaWords });
    index.addAll(
      entries.map(entry => ({ id: entry.id, question: askedOf(entry), answer: entry.answer ?? '' })),
    );
    return (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => String(id));
  },
};

const natural: Finder = {
  name: 'natural TfIdf + jieba',
  scoredEvery: 12,
  timed: { 1000: 200, 10000: 60, 100000: 8 },
  open(entries) {
    const index = new TfIdf();
    // Without the answers: it does not allow for length, and long answers would win (P@1 38 instead of 70).
    for (const entry of entries) index.addDocument(jiebaWords(askedOf(entry)), entry.id);
    return (text, limit) => {
      const found: { id: string; score: number }[] = [];
      index.tfidfs(jiebaWords(text), (_, score, id) => {
        if (score > 0) found.push({ id, score });
      });
      found.sort((a, b) => b.score - a.score);
      return found.slice(0, limit).map(each => each.id);
    };
  },
};

const fuse: Finder = {
  name: 'fuse.js',
  scoredEvery: 30,
  timed: { 1000: 100, 10000: 25, 100000: 5 },
  open(entries) {
    // The best of the settings tried, and without the answers, which make it three times as slow for less than a point.
    const index = new Fuse(entries, {
      keys: ['question', 'phrasings'],
      ignoreLocation: true,
      threshold: 0.8,
    });
    return (text, limit) => index.search(text, { limit }).map(({ item }) => item.id);
  },
};

/** What is compared; the first is ours. */
export const FINDERS: readonly Finder[] = [ours, fts5, minisearch, natural, fuse];
