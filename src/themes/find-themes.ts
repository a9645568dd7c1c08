import { nameTheme } from './name.ts';
import { personsOf, type ReadNeed, readNeed, sharedTerms, speaksOf, type ThemeNeed } from './shared-terms.ts';
import type { Term } from './terms.ts';
import { LEAST_PERSONS, type Theme } from './theme.ts';

const MOST_THEMES = 8;
/** What one word more in a term is worth against more persons who use it: 加装电梯 of six before 电梯 of nine. */
const WORD_WEIGHT = 0.6;

/** The term most worth being a theme: used by many, and saying much; of equals the first by its signs. */
function bestTerm(needs: readonly ReadNeed[]): Term | null {
  let best: { term: Term; worth: number } | null = null;
  for (const { term, persons } of sharedTerms(needs, LEAST_PERSONS)) {
    if (!term.isThing || term.isGeneral) continue;
    const worth = persons * (1 + WORD_WEIGHT * (term.words - 1));
    const isBetter =
      best === null || worth > best.worth || (worth === best.worth && isSaidMore(term, best.term));
    if (isBetter) best = { term, worth };
  }
  return best?.term ?? null;
}

const isSaidMore = (one: Term, other: Term): boolean =>
  one.words === other.words ? one.text < other.text : one.words > other.words;

/** The line most of these needs are about; null where most have none. */
function lineMost(needs: readonly ThemeNeed[]): string | null {
  const counts = new Map<string, number>();
  for (const { line } of needs) if (line !== null) counts.set(line, (counts.get(line) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && most[1] * 2 >= needs.length ? most[0] : null;
}

/** Takes the needs that speak of a term out of the rest. */
function takeOut(needs: readonly ReadNeed[], term: Term): [taken: ReadNeed[], rest: ReadNeed[]] {
  return [needs.filter(need => speaksOf(need, term)), needs.filter(need => !speaksOf(need, term))];
}

/** Fewer than `LEAST_PERSONS` are told as 0, a week that is not known as null. */
const toldBefore = (persons: number, isKnown: boolean): number | null => {
  if (!isKnown) return null;
  return persons >= LEAST_PERSONS ? persons : 0;
};

/** One member's words that they let others read, without anybody in them. */
export interface Quotable {
  id: string;
  text: string;
}

const LEAST_QUOTE = 6;
const MOST_QUOTE = 40;

/** The first words that speak of the theme and are neither too short nor a story. */
function quoteOf(quotable: readonly Quotable[], term: Term): Pick<Theme, 'quote' | 'quoteOfId'> {
  const found = quotable.find(({ text }) => {
    const length = [...text].length;
    return length >= LEAST_QUOTE && length <= MOST_QUOTE && text.includes(term.text);
  });
  return { quote: found?.text ?? null, quoteOfId: found?.id ?? null };
}

/** What themes are gathered from. */
export interface ThemeSources {
  needs: readonly ThemeNeed[];
  /** Of the week before; null where that week is not known. */
  before: readonly ThemeNeed[] | null;
  /** Words with consent, those to be taken first before the others. */
  quotable: readonly Quotable[];
}

/**
 * 每月一题: the needs of a week put together by the words their members share, the most persons first. A need belongs to
 * one theme; a theme has at least five persons, and the words of its name were used by several. The same needs give
 * the same themes in whatever order they come.
 */
export function findThemes({ needs, before, quotable }: ThemeSources): Theme[] {
  let left = needs.map(readNeed);
  let leftBefore = (before ?? []).map(readNeed);
  const themes: Theme[] = [];
  while (themes.length < MOST_THEMES) {
    const term = bestTerm(left);
    if (!term) break;
    const [own, rest] = takeOut(left, term);
    const [ownBefore, restBefore] = takeOut(leftBefore, term);
    [left, leftBefore] = [rest, restBefore];
    themes.push({
      topic: nameTheme(own, term),
      line: lineMost(own),
      persons: personsOf(own),
      needs: own.length,
      personsBefore: toldBefore(personsOf(ownBefore), before !== null),
      ...quoteOf(quotable, term),
    });
  }
  return themes.sort((a, b) => b.persons - a.persons || (a.topic < b.topic ? -1 : 1));
}
