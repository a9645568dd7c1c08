import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Texts are cut here before deciding; emergencies look at all of them. */
export const DECIDED_CODE_POINTS = 2000;

let opened: Jieba | undefined;

/** Opened when the first text is split: most commands never do. */
function openJieba(): Jieba {
  opened ??= Jieba.withDict(dict);
  return opened;
}

const HAS_LETTER = /[\p{L}\p{N}]/u;
const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_RUN = /[\p{L}\p{N}]+/gu;

/** Characters that are spelt one way only; a text of them alone, with single spaces between, is normal as it stands. */
const NORMAL = /^[!-@[-~\u3001\u3002\u4e00-\u9fef]+(?: [!-@[-~\u3001\u3002\u4e00-\u9fef]+)*$/;
const WIDE = /[\uff01-\uff5e]/g;
/** How far the wide forms of ASCII lie from their plain ones. */
const WIDE_OFFSET = 0xfee0;
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET);

/** One spelling for one word: NFKC, lower case, without invisible characters and lone surrogates, one space at most. */
export function normalise(text: string): string {
  // Most messages need nothing but their commas narrowed, and are spared the long way.
  if (NORMAL.test(text)) return text;
  const narrowed = text.replace(WIDE, narrow);
  return NORMAL.test(narrowed) ? narrowed : normaliseFully(text);
}

/** The long way, for texts with characters that are spelt in several ways. */
function normaliseFully(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .toLowerCase()
    .replace(/[「『《〈【]/gu, '"')
    .replace(/[」』》〉】]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The first `count` code points, never half a character. */
export function cutAt(text: string, count: number): string {
  // A code point is at most two units, so anything this short needs no walk.
  if (text.length <= count) return text;
  return Array.from(text.slice(0, count * 2))
    .slice(0, count)
    .join('');
}

/** The text as it is decided upon. */
export const readable = (text: string): string =>
  cutAt(normalise(cutAt(text, DECIDED_CODE_POINTS)), DECIDED_CODE_POINTS);

/** Jieba's words of a normalised text, punctuation too. */
export const cutOf = (text: string): string[] => openJieba().cut(text, true);

/** Is it more than punctuation? */
export const isWord = (piece: string): boolean => HAS_LETTER.test(piece);

/** Jieba's words of a normalised text, without punctuation. */
export const wordsOf = (text: string): string[] => cutOf(text).filter(isWord);

/** Jieba's words of a normalised text with the kind of each: noun, verb, name …; punctuation too. */
export const taggedWordsOf = (text: string): { word: string; kind: string }[] =>
  openJieba()
    .tag(text, true)
    .map(({ word, tag }) => ({ word, kind: tag }));

/** Runs of Han characters, and of other letters and digits, in order. */
function runsOf(text: string): { han: string[]; other: string[] } {
  const han = text.match(HAN_RUN) ?? [];
  const other = text.replace(HAN_RUN, ' ').match(LATIN_RUN) ?? [];
  return { han, other };
}

/** What the search looks for: words (`w`), character pairs (`b`) and characters (`c`), each kind by its first letter. */
export function searchTokensOf(text: string): string[] {
  const tokens = wordsOf(text).map(word => `w${word}`);
  const { han, other } = runsOf(text);
  for (const run of han) {
    const characters = Array.from(run);
    characters.forEach((character, at) => {
      tokens.push(`c${character}`);
      const next = characters[at + 1];
      if (next !== undefined) tokens.push(`b${character}${next}`);
    });
  }
  for (const run of other) tokens.push(`b${run}`);
  return tokens;
}
