import type { LimitClass } from './limits.ts';
import { lineName, lineOf } from './service-lines.ts';

/** 服务清单: what a unit does for people, when, where and who (P8: 什么时间、什么地点). */
export interface CatalogueItem {
  line: string;
  what: string;
  whenText: string;
  whereText: string;
  who: string;
  /** 时限 of such a matter; null where the table says nothing. */
  limitClass: LimitClass | null;
}

/** So many items make one page of 服务. */
export const ITEMS_A_PAGE = 5;

const told = ({ line, what, whenText, whereText, who, limitClass }: CatalogueItem): string =>
  JSON.stringify([line, what, whenText, whereText, who, limitClass]);

/** The same items in the same order: a file given twice is no new version. */
export const isSameCatalogue = (a: readonly CatalogueItem[], b: readonly CatalogueItem[]): boolean =>
  a.length === b.length && a.every((item, at) => told(item) === told(b[at] ?? item));

/** What is new or otherwise than before, by name; what is gone where nothing else changed. */
export function changedItems(before: readonly CatalogueItem[], after: readonly CatalogueItem[]): string[] {
  const known = new Set(before.map(told));
  const changed = after.filter(item => !known.has(told(item)));
  const gone = before.filter(item => !after.some(each => each.what === item.what));
  return [...new Set((changed.length ? changed : gone).map(item => item.what))];
}

/** Items that a search word names: in their words, or by the service line the word belongs to. */
export function searchItems<Item extends CatalogueItem>(items: readonly Item[], sought: string): Item[] {
  const word = sought.trim();
  const named = items.filter(item =>
    [item.what, lineName(item.line), item.whereText, item.who].some(text => text.includes(word)),
  );
  const line = lineOf(word);
  return named.length || line === null ? named : items.filter(item => item.line === line);
}
