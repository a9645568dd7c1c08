import { normalise } from './tokens.ts';

const POLITE =
  /^(大家好|你好|您好|各位|请问(一下)?|请教(一下)?|问一下|问下|打听一下|麻烦(您|你|大家)?|求助|有没有人(知道|能)?|有谁知道|谁知道|谁能|能不能|想问(一下|下)?|我想|想|请|帮忙|同志|领导|那个|就是|喂|哎|[\s,。:!?、~@])+/u;
const MENTION = /@[^\s@]{1,20}[\s\u2005]?/gu;
const BREAK = /[,。!?;:~\n]/u;
const LONGEST = 20;

/** A few words for what a message is about, to be said back to the one who wrote it; at most 20 characters, never empty. */
export function topicOf(text: string): string {
  const plain = normalise(text.replace(MENTION, '')).replace(POLITE, '');
  const clauses = plain
    .split(BREAK)
    .map(clause => clause.trim())
    .filter(clause => /[\p{L}\p{N}]/u.test(clause));
  const clause = clauses.find(each => each.length >= 4) ?? clauses[0] ?? '您刚才说的';
  return Array.from(clause).slice(0, LONGEST).join('');
}
