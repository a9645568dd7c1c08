import { maskNumbers } from './mask.ts';

const OPENING = /^(?:[@＠]\S+\s*)?(?:请问|麻烦|你好|您好|大家好|各位|那个|帮我|帮忙|能不能|可以)*[，,。\s]*/u;
const LENGTH = 24;

/** What a request is about, in the member's own words, short enough for one line: the ticket's name. */
export function topicOf(text: string): string {
  const plain = maskNumbers(text.normalize('NFKC').replace(/\s+/gu, ' ').trim()).replace(OPENING, '');
  const first = plain.split(/[。！!？?；;\n]/u)[0]?.trim() || plain;
  const points = [...first];
  return points.length > LENGTH ? `${points.slice(0, LENGTH - 1).join('')}…` : first;
}
