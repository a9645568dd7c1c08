import type { ArchiveLine, LineOf } from '../archive/line.ts';
import type { Label } from '../message.ts';
import { type Chance, createBag } from '../neighbourhood/chance.ts';
import type { PersonRole } from '../people.ts';
import type { Span } from './span.ts';
import type { Expectation } from './truth.ts';
import { createWords, type Words } from './words/words.ts';

/** Where archetypes play: the archive's lines so far, ids, names, chance and the days. */
export interface Scene {
  chance: Chance;
  span: Span;
  words: Words;
  put(line: ArchiveLine): void;
  id(letter: string): string;
  person(role: PersonRole): string;
  nameOf(person: string): string;
  /** What the maker meant by a text; the classifier is held against it. */
  means(text: string, label: Label): void;
  expect(group: string, expected: Expectation): void;
  /** `count` of the days, evenly strewn: one at random in each of so many equal parts. */
  strew(agos: readonly number[], count: number): number[];
}

/** What the scenes of one community write into. */
export interface Stock {
  lines: ArchiveLine[];
  meant: Map<string, Label>;
  expected: Map<string, { archetype: string; expected: Expectation }>;
  names: Map<string, string>;
}

export const emptyStock = (): Stock => ({
  lines: [],
  meant: new Map(),
  expected: new Map(),
  names: new Map(),
});

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹柏章苏潘葛范彭鲁韦昌马苗方任袁柳史唐薛雷贺倪汤罗毕郝安常于傅康余元顾孟黄';
const GIVEN =
  '桂兰 建国 晓梅 志远 秀珍 海涛 丽娟 文博 雨欣 永强 素芬 子轩 凤英 国庆 思琪 德明 玉华 俊杰 淑芳 浩然 春燕 立新 佳怡 福生 美玲 少华 一鸣 翠萍 振宇 小红 家辉 月娥 明亮 静怡 长顺 红霞 宏伟 若曦 金凤 大勇'.split(
    ' ',
  );

/** A scene for one archetype; `tag` keeps its ids apart from all others. */
export function createScene(
  stock: Stock,
  given: { archetype: string; tag: string; chance: Chance; span: Span },
): Scene {
  const { archetype, tag, chance, span } = given;
  const surname = createBag([...SURNAMES], chance);
  let serial = 0;
  const id = (letter: string) => `${letter}${tag}-${++serial}`;
  const put = (line: ArchiveLine) => {
    if (line.type === 'message' && line.sentAt >= span.asOf) return;
    if (line.type === 'ticket-event' && line.at >= span.asOf) return;
    stock.lines.push(line);
  };
  return {
    chance,
    span,
    words: createWords(chance),
    put,
    id,
    person(role) {
      const person = id('p');
      const name = role === 'bot' ? '小暖' : `${surname()}${chance.pick(GIVEN)}`;
      stock.names.set(person, name);
      put({ type: 'person', id: person, name, role, contact: false });
      return person;
    },
    nameOf: person => stock.names.get(person) ?? person,
    means: (text, label) => void stock.meant.set(text, label),
    expect: (group, expected) => void stock.expected.set(group, { archetype, expected }),
    strew(agos, count) {
      const whole = Math.min(count, agos.length);
      return Array.from({ length: whole }, (_, part) => {
        const from = Math.floor((part * agos.length) / whole);
        const to = Math.max(from, Math.floor(((part + 1) * agos.length) / whole) - 1);
        return agos[chance.whole(from, to)] ?? 0;
      });
    },
  };
}

export type MessageLine = LineOf<'message'>;
