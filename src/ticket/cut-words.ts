/** Words behind an act are kept up to so many characters; the message itself stays as it was said. */
export const MOST_WORDS = 500;

/** Signs, not halves of them: 𠮷 and emoji stay whole. */
export const cutWords = (text: string): string => [...text].slice(0, MOST_WORDS).join('');

export const isTooLong = (text: string): boolean => text.length > MOST_WORDS && [...text].length > MOST_WORDS;
