import { tidy, type Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';

/** All that was written behind a command's word, a number that belongs to it included: 缺 3 台电脑 lacks three. */
export function wordsBehind({ text }: Turn, { word, rest }: Words): string {
  const typed = tidy(text);
  return typed.startsWith(word) ? typed.slice(word.length).replace(/^[\s,，:：]+/u, '') : rest;
}
