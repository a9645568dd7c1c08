/** Personal numbers are masked before they are kept in a topic or shown to anyone without the right. */
const ID_CARD = /(?<!\d)\d{6}(?:18|19|20)\d{2}\d{7}[\dXx](?!\d)/g;
const BANK_CARD = /(?<!\d)\d{16,19}(?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

const keepEnds = (head: number, tail: number) => (digits: string) =>
  `${digits.slice(0, head)}****${digits.slice(-tail)}`;

/** The text with identity card, bank card and mobile numbers masked: 138****1234. */
export const maskNumbers = (text: string): string =>
  text.replace(ID_CARD, keepEnds(3, 2)).replace(BANK_CARD, keepEnds(4, 4)).replace(MOBILE, keepEnds(3, 4));
