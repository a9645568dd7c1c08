import { type FaqVerdict, judgeHits } from '../../src/decide.ts';
import type { FaqEntry } from '../../src/faq.ts';
import type { FaqHit } from '../../src/understanding/faq-index.ts';
import type { Models } from '../../src/understanding/models.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import type { QueryRow, UnanswerableRow } from '../shared/shared-data.ts';

/** Entries looked at, as `faq predict` does. */
const TOP = 10;

/** What came of one question: put to a base, judged as if the bot was asked. */
export interface Asked {
  /** The entry that is meant; null when none is. */
  entry: string | null;
  domain: string;
  /** Of a question: sentence or body; of what has no answer: near_miss, out_of_kb, chatter, request. */
  kind: string | null;
  hits: readonly FaqHit[];
  verdict: FaqVerdict;
}

/** Puts questions and what has no answer to a base, the way `faq predict` does. */
export function askBase(
  kb: readonly FaqEntry[],
  queries: readonly QueryRow[],
  unanswerable: readonly UnanswerableRow[],
  models: Models,
): Asked[] {
  const understanding = createUnderstanding({ faq: kb, models });
  const { bands } = understanding.calibration();
  const ask = (query: string, entry: string | null, domain: string, kind: string | null): Asked => {
    const hits = understanding.searchFaq(query, TOP);
    return { entry, domain, kind, hits, verdict: judgeHits(hits, bands) };
  };
  return [
    ...queries.map(row => ask(row.query, row.entry, row.domain, row.sub)),
    ...unanswerable.map(row => ask(row.query, null, row.domain, row.kind)),
  ];
}

export const isAnswerable = (asked: Asked): boolean => asked.entry !== null;
export const isAnswered = (asked: Asked): boolean => asked.verdict.action === 'answer';
/** The best entry found is the one that is meant. */
export const isFirst = (asked: Asked): boolean =>
  asked.entry !== null && asked.hits[0]?.entryId === asked.entry;

/** 1 / place of what was meant among the ten found. */
export function reciprocal({ entry, hits }: Asked): number {
  const place = hits.findIndex(hit => hit.entryId === entry);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** The most that could be answered with at least that precision, if the threshold were chosen on these very questions. */
export function bestRecall(asked: readonly Asked[], precision: number): number {
  const sorted = asked.toSorted((a, b) => (b.hits[0]?.confidence ?? 0) - (a.hits[0]?.confidence ?? 0));
  let right = 0;
  let best = 0;
  sorted.forEach((each, at) => {
    if (isFirst(each)) right++;
    const isCut = sorted[at + 1]?.hits[0]?.confidence !== each.hits[0]?.confidence;
    if (isCut && right / (at + 1) >= precision) best = right;
  });
  return best;
}
