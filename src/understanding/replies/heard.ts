import { readable, wordsOf } from '../tokens.ts';
import { asksKinds, type Cues, cuesOf, holdsKinds } from './cues.ts';

/** A message as the linker hears it; `sender` is a name people call, or an id where nobody is called by name. */
export interface SpokenLine {
  id: string;
  atMs: number;
  sender: string;
  text: string;
}

/** A message as the linker remembers it: what may matter for a later one that answers it. */
export interface Heard {
  id: string;
  /** Its place in the room, counted from the first message heard. */
  index: number;
  atMs: number;
  speaker: number;
  cues: Cues;
  /** Kinds of question that it asks, and that it could answer. */
  asksKinds: number;
  holdsKinds: number;
  /** Words, or pairs of Chinese characters. */
  length: number;
  /** What it is about: its words and character pairs without the everyday ones. */
  tokens: ReadonlySet<string>;
  /** Whom it calls, and how plainly. */
  calls: ReadonlyMap<number, number>;
  /** The plainest of its calls. */
  topCall: number;
  /** It opens with a call of somebody who has not spoken here. */
  callsStranger: number;
  isFirst: number;
  /** Filled when its links are settled. */
  thread: number;
  repliesTo: Heard | undefined;
  /** How many later messages answer it, by others and by the speaker. */
  answered: number;
  continued: number;
}

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[\p{L}\p{N}]+(?:[-_.'’][\p{L}\p{N}]+)*/gu;
const HAN = /\p{Script=Han}/u;
const CALLS_FIRST = /^@?[\p{L}\p{N}_[\]{}^`|\\-]{2,20}[:：]\s/u;
/** Words that stand everywhere and join nothing. */
const EVERYDAY = new Set(
  (
    'the a an and or but if so to of in on at for with from by is are was be been am do does did have has had will would can could should may might not no yes it its this that these those there here i you he she we they me my your our their what which who how why when where just like get got use using used any some all more than then now one out up down about into also only too very well ok okay know think want need try help hi hello hey please thanks thank im ive dont cant its thats lol ' +
    '的 了 是 我 你 您 他 她 们 我们 你们 他们 大家 这 那 这个 那个 什么 怎么 哪里 哪个 吗 呢 吧 啊 呀 在 有 没有 不 不是 就 就是 都 也 还 要 去 来 到 说 看 可以 知道 一下 请问 谢谢 好的 现在 今天 一个 的时 是不 不是 有没 没有 我们 你们 可以 的话 的是 是的 了吗 了一 知道 怎么 什么 这个 那个 一下 谢谢'
  ).split(' '),
);

function hanTokens(text: string, tokens: Set<string>): number {
  let pairs = 0;
  for (const word of wordsOf(text)) if (word.length > 1 && !EVERYDAY.has(word)) tokens.add(word);
  for (const run of text.match(HAN_RUN) ?? []) {
    const characters = Array.from(run);
    pairs += Math.ceil(characters.length / 2);
    for (let at = 1; at < characters.length; at++) {
      const pair = `${characters[at - 1]}${characters[at]}`;
      if (!EVERYDAY.has(pair)) tokens.add(pair);
    }
  }
  return pairs;
}

function tokensOf(text: string): { tokens: Set<string>; length: number } {
  const tokens = new Set<string>();
  let length = HAN.test(text) ? hanTokens(text, tokens) : 0;
  for (const word of text.replace(HAN_RUN, ' ').match(LATIN_WORD) ?? []) {
    length++;
    if (word.length > 1 && !EVERYDAY.has(word)) tokens.add(word);
  }
  return { tokens, length };
}

/** What can be heard in a message by itself, given who speaks and how to find whom it calls. */
export function hear(
  line: SpokenLine,
  index: number,
  speaker: number,
  calledIn: (text: string, speaker: number) => Map<number, number>,
): Heard {
  const text = readable(line.text);
  const calls = calledIn(text, speaker);
  const topCall = Math.max(0, ...calls.values());
  return {
    id: line.id,
    index,
    atMs: line.atMs,
    speaker,
    cues: cuesOf(text),
    asksKinds: asksKinds(text),
    holdsKinds: holdsKinds(text),
    ...tokensOf(text),
    calls,
    topCall,
    callsStranger: topCall < 3 && CALLS_FIRST.test(text) && !text.startsWith('http') ? 1 : 0,
    isFirst: 0,
    thread: index,
    repliesTo: undefined,
    answered: 0,
    continued: 0,
  };
}
