import { personsOf, type ReadNeed, sharedTerms } from './shared-terms.ts';
import type { Term } from './terms.ts';

/** Words that most of a theme's persons used stand in its name. */
const SHARE = 0.5;
/** What fewer persons said might point to one of them. */
const LEAST_USERS = 3;
const MOST_SIGNS = 12;

/** Where a word mostly stands: before the theme's own term, or behind it. */
function isMostlyBefore(needs: readonly ReadNeed[], word: string, term: string): boolean {
  const both = needs.filter(({ text }) => text.includes(word) && text.includes(term));
  return both.filter(({ text }) => text.indexOf(word) < text.indexOf(term)).length * 2 > both.length;
}

/** 的 stands between two things; what is done to one stands beside it, as it was said. */
function join(term: Term, more: Term, isBefore: boolean): string {
  const [first, second] = isBefore ? [more, term] : [term, more];
  if (first.isThing && second.isThing) return `${first.text}的${second.text}`;
  return `${first.text}${second.text}${[...second.text].length === 1 ? '了' : ''}`;
}

/** 加装电梯的补贴: the theme's own term, with one more word where at least half of its persons used that, too. */
export function nameTheme(needs: readonly ReadNeed[], term: Term): string {
  const shared = sharedTerms(needs, Math.max(LEAST_USERS, personsOf(needs) * SHARE));
  const longer = shared
    .filter(each => each.term.text !== term.text && each.term.text.includes(term.text) && each.term.isThing)
    .sort((a, b) => b.persons - a.persons || b.term.words - a.term.words)[0];
  if (longer) return longer.term.text;
  const [more] = shared
    .filter(
      ({ term: each }) =>
        each.words === 1 && !term.text.includes(each.text) && !each.text.includes(term.text),
    )
    .sort(
      (a, b) => b.persons - a.persons || b.term.words - a.term.words || (a.term.text < b.term.text ? -1 : 1),
    );
  if (!more) return term.text;
  const name = join(term, more.term, isMostlyBefore(needs, more.term.text, term.text));
  return [...name].length <= MOST_SIGNS ? name : term.text;
}
