import { readable } from '../understanding/tokens.ts';
import { type Term, termsOf } from './terms.ts';

/** One sentence that goes round (接龙, 转发) is no theme. */
const LEAST_WORDINGS = 3;

/** One need of a member, its words without anything personal. */
export interface ThemeNeed {
  messageId: string;
  personId: string;
  text: string;
  /** 服务线; null when none fits. */
  line: string | null;
}

/** A need as it is compared with others. */
export interface ReadNeed extends ThemeNeed {
  said: string;
  terms: readonly Term[];
}

/** Reads what a need is about. */
export const readNeed = (need: ThemeNeed): ReadNeed => ({
  ...need,
  said: readable(need.text),
  terms: termsOf(need.text),
});

/** Distinct persons behind some needs. */
export const personsOf = (needs: readonly ThemeNeed[]): number =>
  new Set(needs.map(need => need.personId)).size;

/** Whether a need speaks of a term, however its words were cut. */
export const speaksOf = ({ said }: ReadNeed, { text }: Term): boolean => said.includes(text);

/** Pairs of signs → the needs in which they stand, so that a term is looked for in few of them. */
function indexPairs(needs: readonly ReadNeed[]): Map<string, ReadNeed[]> {
  const index = new Map<string, ReadNeed[]>();
  for (const need of needs) {
    const signs = [...need.said];
    for (const pair of new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))) {
      const known = index.get(pair);
      if (known) known.push(need);
      else index.set(pair, [need]);
    }
  }
  return index;
}

/** Terms into which at least two of these needs were cut, in the order in which they came. */
function termsTwice(needs: readonly ReadNeed[]): Term[] {
  const terms = new Map<string, { term: Term; times: number }>();
  for (const need of needs) {
    for (const term of need.terms) {
      const known = terms.get(term.text);
      if (known) known.times++;
      else terms.set(term.text, { term, times: 1 });
    }
  }
  return [...terms.values()].flatMap(({ term, times }) => (times > 1 ? [term] : []));
}

/** Words without figures: what is passed on from mouth to mouth is told in one way only. */
const wordingsOf = (needs: readonly ReadNeed[]): number =>
  new Set(needs.map(need => need.said.replace(/[\d\s\p{P}]/gu, ''))).size;

/** What several persons speak of, and not in the same sentence. */
export interface SharedTerm {
  term: Term;
  persons: number;
}

/** Terms of these needs that at least `least` persons speak of, in at least three wordings. */
export function sharedTerms(needs: readonly ReadNeed[], least: number): SharedTerm[] {
  const index = indexPairs(needs);
  return termsTwice(needs).flatMap(term => {
    const pair = [...term.text].slice(0, 2).join('');
    const speaking = (index.get(pair) ?? []).filter(need => speaksOf(need, term));
    const persons = personsOf(speaking);
    return persons >= least && wordingsOf(speaking) >= LEAST_WORDINGS ? [{ term, persons }] : [];
  });
}
