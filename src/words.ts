/** Reads what a person typed as a command: a word, a ticket's number, the rest. Text of members is never more than that. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The number that `12`, `十二` or `一百零三` stands for; null when it is none. */
export function readNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/u.test(text)) return null;
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = UNITS[sign];
    if (unit === undefined) digit = DIGITS[sign] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

export interface Words {
  /** The word the command begins with, as the list spells it. */
  word: string;
  number: number | null;
  rest: string;
}

const NUMBER = '第?\\s*(\\d{1,9}|[零〇一二两三四五六七八九十百千]{1,9})\\s*[件号]?';
/** What may stand between a command, its number and the rest, as the two kinds of keyboard write it. */
const MARKS = ',，、。:：;；';
/** A mark or a space before the rest; none before a mention. */
const BEHIND = `(?:(?:[\\s${MARKS}]+|(?=@))(.*))?`;
const LEADING = new RegExp(`^[\\s${MARKS}]+`, 'u');
const SET_OFF = new RegExp(`^[\\s${MARKS}@]`, 'u');

/** Full-width letters and digits made narrow, outer spaces and closing marks gone; a Chinese comma stays what it is. */
export const tidy = (text: string): string =>
  text
    .replace(/[^，。：；？！、（）]+/gu, run => run.normalize('NFKC'))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^["“'「]|["”'」。.!！~]+$/gu, '')
    .trim();

/**
 * Finds the command a text is: `接 12`, `接12`, `第12件办结 灯换好了`, `进度`. The longest word wins.
 * A word alone must be the whole text; a word with more behind it needs a number, a space or a mark between,
 * so that "记录一下生活" is no command.
 */
export function readWords(text: string, words: readonly string[]): Words | null {
  const typed = tidy(text);
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const found = wordFirst(typed, word) ?? numberFirst(typed, word);
    if (found) return found;
  }
  return null;
}

function wordFirst(typed: string, word: string): Words | null {
  if (!typed.startsWith(word)) return null;
  const behind = typed.slice(word.length);
  if (behind === '') return { word, number: null, rest: '' };
  const numbered = new RegExp(`^[\\s:：]*${NUMBER}${BEHIND}$`, 'su').exec(behind);
  if (numbered) return { word, number: readNumber(numbered[1] ?? ''), rest: (numbered[2] ?? '').trim() };
  // A long word is no accident: 帮我记一下楼道灯坏了.
  if ([...word].length >= 4) return { word, number: null, rest: behind.replace(LEADING, '') };
  return SET_OFF.test(behind) ? { word, number: null, rest: behind.replace(LEADING, '') } : null;
}

function numberFirst(typed: string, word: string): Words | null {
  const found = new RegExp(`^${NUMBER}\\s*${word}${BEHIND}$`, 'su').exec(typed);
  return found ? { word, number: readNumber(found[1] ?? ''), rest: (found[2] ?? '').trim() } : null;
}
