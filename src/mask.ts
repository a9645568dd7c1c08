/** Personal numbers are masked before they are kept in a topic or shown to anyone without the right. */

const D = '[\\d０-９]';
/** What people put between the digits of a long number. */
const GAP = '[ \\u00a0\\u3000\\-－–—·]';
/** Digits in groups with at most one sign between them; a run that goes on is another number. */
const grouped = (...groups: readonly string[]): string => groups.join(`${GAP}?`);
const whole = (body: string): RegExp => new RegExp(`(?<!${D})${body}(?!${D})`, 'gu');

const YEAR = '(?:[1１][89８９]|[2２][0０])';
const ID_CARD = whole(grouped(`${D}{6}`, `${YEAR}${D}{2}`, `${D}{4}`, `${D}{3}[\\dXx０-９Ｘｘ]`));
const BANK_CARD = whole(
  `(?:${D}{16,19}|${D}{4}(?:${GAP}${D}{4}){3}(?:${GAP}${D}{1,3})?|${D}{6}${GAP}${D}{10,13})`,
);
const MOBILE = whole(
  `(?:[+＋]?[8８][6６]${GAP}?)?[1１][3-9３-９](?:${grouped(D, `${D}{4}`, `${D}{4}`)}|${D}${GAP}${D}{3}${GAP}${D}{5})`,
);
const PASSPORT =
  /(?<![A-Za-z\d])(?:[EeGgDdSsPp][\d０-９]{8}|[Ee][A-Za-z][\d０-９]{7}|[HhMm][\d０-９]{8})(?![\d０-９])/gu;
const LANDLINE = whole(`[(（]?[0０]${D}{2,3}[)）]?${GAP}?${D}{7,8}`);

const keepEnds = (head: number, tail: number) => (digits: string) =>
  `${digits.slice(0, head)}****${digits.slice(-tail)}`;

/** Mobiles keep what comes after the country's own number: +86 138… reads 138****1234. */
const keepMobile = (digits: string): string =>
  keepEnds(3, 4)(digits.replace(/^[+＋]?[8８][6６][^\d０-９]?/u, ''));

/**
 * The text with numbers that belong to one person masked: identity card, bank card, mobile, passport; spaced, dashed and
 * full-width ones too. A telephone on a desk is left: that is how a cadre tells where to ring.
 */
export const maskPersonal = (text: string): string =>
  text
    .replace(ID_CARD, keepEnds(3, 2))
    .replace(BANK_CARD, keepEnds(4, 4))
    .replace(MOBILE, keepMobile)
    .replace(PASSPORT, keepEnds(1, 2));

/** The text with personal numbers and landlines with their area code masked: 138****1234. What members write is masked so. */
export const maskNumbers = (text: string): string => maskPersonal(text).replace(LANDLINE, keepEnds(3, 2));
