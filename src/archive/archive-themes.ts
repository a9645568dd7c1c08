import type { GroupHistory } from '../analysis/group-history.ts';
import type { Message } from '../message.ts';
import { findThemes } from '../themes/find-themes.ts';
import { type HeardWords, isHeard, needsHeard } from '../themes/heard-needs.ts';
import type { Theme } from '../themes/theme.ts';
import { addDays, dayOf, mondayOf, weekOf } from '../time.ts';
import type { Survey } from './survey.ts';

/** Keeps the words of needs that were said in a week or in the one before, while an archive is folded. */
export interface NeedWords {
  see(message: Message): void;
  wordsOf(messageId: string): HeardWords | undefined;
}

export const weekBefore = (week: string): string => weekOf(addDays(mondayOf(week), -7));

/** Words of two weeks; chatter's are not kept. */
export function createNeedWords(week: string): NeedWords {
  const first = addDays(mondayOf(week), -7);
  const last = addDays(mondayOf(week), 6);
  const words = new Map<string, HeardWords>();
  return {
    see({ id, text, fact, sentAt }) {
      if (text === null || fact === null || fact.label === 'chatter') return;
      const day = dayOf(sentAt);
      if (day >= first && day <= last) words.set(id, { text, confidence: fact.confidence });
    },
    wordsOf: messageId => words.get(messageId),
  };
}

/** Themes of some groups' week out of an archive; it carries no consent, so nobody is quoted. */
export function archiveThemes(
  survey: Survey,
  histories: readonly GroupHistory[],
  { week, words }: { week: string; words: NeedWords },
): Theme[] {
  const nameOf = new Map(
    survey.lines.flatMap(line => (line.type === 'person' ? [[line.id, line.name] as const] : [])),
  );
  const heard = histories.filter(({ group }) => group.kind !== 'office');
  const needsOf = (of: string) =>
    heard.flatMap(({ days, members, roles }) => {
      const ids = new Set([...roles.keys(), ...members.map(member => member.personId)]);
      const names = [...ids].flatMap(id => nameOf.get(id) ?? []);
      return needsHeard(days, of, { wordsOf: words.wordsOf, names });
    });
  const before = weekBefore(week);
  return findThemes({
    needs: needsOf(week),
    before: heard.some(({ days }) => isHeard(days, before)) ? needsOf(before) : null,
    quotable: [],
  });
}
