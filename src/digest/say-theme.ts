import { shorten } from '../texts/moments.ts';
import { LEAST_PERSONS, type Theme } from '../themes/theme.ts';

const TOPIC_LENGTH = 14;
const QUOTE_LENGTH = 24;

/** How it was the week before; nothing where that is not known. */
function sayTrend({ personsBefore }: Theme): string {
  if (personsBefore === null) return '';
  return personsBefore > 0 ? `（前一周${personsBefore}人）` : `（前一周不到${LEAST_PERSONS}人）`;
}

/** 每月一题 of one week: what the most members asked about, with its trend; empty without a theme. */
export function sayTheme([first]: readonly Theme[], withQuote: boolean): string {
  if (!first) return '';
  const quote = withQuote && first.quote !== null ? `有人说："${shorten(first.quote, QUOTE_LENGTH)}"。` : '';
  return `问得最多：${shorten(first.topic, TOPIC_LENGTH)}，${first.persons}人${sayTrend(first)}。${quote}`;
}
