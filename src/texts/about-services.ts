import type { Agreement } from '../agreement.ts';
import { type CatalogueItem, ITEMS_A_PAGE } from '../catalogue.ts';
import { shorten } from './moments.ts';

/** One message in a group; a longer one is not read to its end. */
const MOST_CHARS = 90;

type Item = CatalogueItem & { number: number };

/** How much is said of an item, from all to the bare name; the fullest that fits is said. */
const DETAILS: readonly ((item: Item) => string)[] = [
  ({ number, what, whenText, whereText, who }) => `${number} ${what} ${whenText} ${whereText} ${who}`,
  ({ number, what, whenText, whereText }) => `${number} ${what} ${whenText} ${whereText}`,
  ({ number, what, whenText }) => `${number} ${what} ${whenText}`,
  ({ number, what }) => `${number} ${what}`,
  ({ number, what }) => `${number} ${shorten(what, 8)}`,
];

/** The next step: the rest of the list, or more of one item. */
function nextStep(first: string, isShort: boolean, nextPage: number | null): string {
  if (nextPage !== null) return `说"服务 ${nextPage}"看后面${isShort ? '，说"服务 事项"看详情' : ''}。`;
  return isShort ? `说"服务 ${first}"看详情。` : '要办哪件，直接@我说。';
}

function page(items: readonly Item[], isPrivate: boolean, nextPage: number | null): string {
  const first = shorten(items[0]?.what ?? '', 8);
  const said = DETAILS.map((detail, at) =>
    [...items.map(detail), nextStep(first, at > 0, nextPage)].join('\n'),
  );
  const fitting = isPrivate ? said[0] : said.find(text => [...text].length <= MOST_CHARS);
  return fitting ?? said.at(-1) ?? '';
}

/** What changed, as it is posted. */
interface DeclaredNews {
  kind: 'catalogue' | 'agreement';
  isFirst: boolean;
  /** Items that are new or otherwise; empty for an agreement. */
  names: readonly string[];
}

const CHANGED: Record<DeclaredNews['kind'], { what: string; word: string }> = {
  catalogue: { what: '服务清单', word: '服务' },
  agreement: { what: '联系约定', word: '联系人' },
};

/** What the bot says of services, of who answers for a group, and of changes in either. */
export const aboutServices = {
  /** One page of 服务, counted from 1. */
  list: (items: readonly CatalogueItem[], pageNumber: number, isPrivate: boolean): string => {
    const from = (pageNumber - 1) * ITEMS_A_PAGE;
    const shown = items
      .slice(from, from + ITEMS_A_PAGE)
      .map((item, at) => ({ ...item, number: from + at + 1 }));
    return page(shown, isPrivate, from + ITEMS_A_PAGE < items.length ? pageNumber + 1 : null);
  },
  /** What 服务 with a word finds; one item is told whole. */
  found: (items: readonly CatalogueItem[], isPrivate: boolean): string => {
    const shown = items.slice(0, ITEMS_A_PAGE).map((item, at) => ({ ...item, number: at + 1 }));
    const [only] = shown;
    if (!only || shown.length > 1) return page(shown, isPrivate, null);
    return `${only.what}：${only.whenText}，${only.whereText}，找${only.who}。要办直接@我说。`;
  },
  noPage: (pages: number) => `服务清单只有${pages}页，说"服务"从头看。`,
  notFound: (word: string) =>
    `服务清单里没找到"${shorten(word, 12)}"。说"服务"看全部；要办的事直接@我说，我记下来。`,
  /** Who serves now, and what was agreed: shortened in the group, whole in private. */
  contacts: (names: readonly string[], agreement: Agreement, isPrivate: boolean): string => {
    const who = names.length ? `负责咱们群的是：${shorten(names.join('、'), 20)}` : '联系人还没登记，有事@我';
    const { whom, how, serves, whenText } = agreement;
    if (isPrivate)
      return `${who}。\n联系谁：${whom}\n怎么联系：${how}\n服务什么：${serves}\n什么时间：${whenText}`;
    return `${who}。约定：${shorten(how, 16)}；服务${shorten(serves, 16)}；${shorten(whenText, 13)}。可直接@他们。`;
  },
  /** All changes of a group in one message. */
  changed: (changes: readonly DeclaredNews[]): string =>
    changes
      .map(({ kind, isFirst, names }, at) => {
        const { what, word } = CHANGED[kind];
        const listed = names.length ? `：${shorten(names.join('、'), changes.length > 1 ? 20 : 40)}` : '';
        return `${what}${at > 0 ? '也' : ''}${isFirst ? '定了' : '更新了'}${listed}，说"${word}"看全部。`;
      })
      .join(''),
} as const;
