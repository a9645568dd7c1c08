const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Signs that always stand for themselves: these texts need no segmenter, which is slow. */
const SIMPLE = /^[\u0020-\u024f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]*$/u;
const signsOf = (text: string): string[] =>
  SIMPLE.test(text) ? Array.from(text) : [...segments.segment(text)].map(({ segment }) => segment);

/** How wide a sign is against a Chinese character, as the project's font draws it. */
function widthOf(sign: string): number {
  if (!/^[\u0020-\u024f]$/u.test(sign)) return 1;
  if (/[WMmw@%&]/u.test(sign)) return 0.95;
  return /\p{Lu}/u.test(sign) ? 0.74 : 0.57;
}
const widthOfAll = (signs: readonly string[]): number => signs.reduce((sum, sign) => sum + widthOf(sign), 0);

function takeWithin(signs: readonly string[], room: number): string[] {
  let left = room;
  const taken: string[] = [];
  for (const sign of signs) {
    left -= widthOf(sign);
    if (left < 0) break;
    taken.push(sign);
  }
  return taken;
}

/** So much of a long name is its end: 彭浦新村街道1居2群 and 3群 differ there. */
const TAIL_SHARE = 0.4;

/**
 * A name in at most `width` Chinese characters, given up in its middle: groups of one street begin alike and differ at
 * the end. No sign that is made of several is cut.
 */
export function shortName(name: string, width: number): string {
  const signs = signsOf(name.trim());
  if (widthOfAll(signs) <= width) return signs.join('');
  const tail = takeWithin([...signs].reverse(), Math.floor((width - 1) * TAIL_SHARE)).reverse();
  const head = takeWithin(signs, width - 1 - widthOfAll(tail));
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`;
}
