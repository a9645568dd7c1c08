import { Failure } from '../../src/errors.ts';
import { aboutSlips } from '../../src/texts.ts';
import { readNumber, type Words } from '../../src/words.ts';

const ONLY_NUMBERS = /^[第件号\d零〇一二两三四五六七八九十百千\s,，、.。和跟及与+-]+$/u;
const ONE = /\d+|[零〇一二两三四五六七八九十百千]+/gu;

/** 接 12 13, 接 999999999999, 接 -1: words that name no ticket, or more than one, are asked about and never guessed. */
export function refuseNumberSlips({ word, number, rest }: Words): void {
  if (!ONLY_NUMBERS.test(rest)) return;
  const numbers = rest.match(ONE) ?? [];
  if (!numbers.length) return;
  const first = number ?? readNumber(numbers[0] ?? '');
  const isOne = number === null && numbers.length === 1;
  throw isOne || first === null
    ? new Failure('no-such-ticket', aboutSlips.noSuchNumber())
    : new Failure('not-understood', aboutSlips.oneAtATime(word, first));
}
