import type { GroupDay } from '../analysis/group-day.ts';
import { redactPersonal, withoutGaps } from '../redact-personal.ts';
import { addDays, mondayOf } from '../time.ts';
import { emergencyIn } from '../understanding/emergency.ts';
import { sensitiveIn } from '../understanding/sensitive.ts';
import type { ThemeNeed } from './shared-terms.ts';

/** What was said, while its text still stands, and how sure it is that it asked for something (0-1). */
export interface HeardWords {
  text: string;
  confidence: number;
}

/** What may only be talk is no need of anybody: 糖少放一点更清爽. */
const SURE_NEED = 0.85;

/** What is better said in private stands in no theme, not even as a count. */
const isPrivateMatter = (text: string): boolean => sensitiveIn(text) !== null || emergencyIn(text) !== null;

/** The days of a week out of a group's days. */
const daysIn = (days: readonly GroupDay[], monday: string): GroupDay[] =>
  days.filter(({ day }) => day >= monday && day <= addDays(monday, 6));

/** The needs of one group's week whose words still stand, without the people `names` calls and what points to them. */
export function needsHeard(
  days: readonly GroupDay[],
  week: string,
  { wordsOf, names }: { wordsOf(messageId: string): HeardWords | undefined; names: readonly string[] },
): ThemeNeed[] {
  const needs = daysIn(days, mondayOf(week)).flatMap(day => day.needs);
  return needs.flatMap(({ messageId, byId, line }) => {
    const words = wordsOf(messageId);
    if (!words || words.confidence < SURE_NEED || isPrivateMatter(words.text)) return [];
    const text = withoutGaps(redactPersonal(words.text, names));
    return [{ messageId, personId: byId, text, line: line ?? null }];
  });
}

/** Whether anything is known of a group's week: only then is none of it a number. */
export const isHeard = (days: readonly GroupDay[], week: string): boolean =>
  daysIn(days, mondayOf(week)).length > 0;
