import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Sentence } from '../../src/understanding/sentence.ts';
import { createChance } from '../shared/chance.ts';
import { openSayings, type Sayings } from './sayings.ts';

type Chance = ReturnType<typeof createChance>;

const MEMBERS = 480;
/** The first of them stands for the group; the next few are volunteers who answer often. */
const ANSWERERS = 9;
const START = Date.parse('2023-11-01T08:00:00+08:00') / 1000;
/** Some nine hundred messages a day: a million in three years. */
const SECONDS_APART = 95;
/** Pictures, stickers, voice, links, the chat's own lines: ChatLab's numbers. */
const OTHER_KINDS = [1, 1, 1, 5, 5, 2, 7, 3, 80, 81];
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗';
const GIVEN = '芳敏静磊强洋艳勇军杰娟涛明超秀霞平刚桂英';

/** What was written: how many messages, how many of them text, how many different texts, and their mean length. */
export interface Written {
  messages: number;
  texts: number;
  distinct: number;
  characters: number;
}

const accountOf = (person: number): string => `wxid_${(person * 7_919 + 104_729).toString(36)}${person}`;
const nameOf = (person: number): string =>
  `${SURNAMES[person % 20]}${GIVEN[Math.floor(person / 20) % 20]}${person % 3 === 0 ? GIVEN[person % 17] : ''}`;

/** Half of a group's messages are said by a tenth of it. */
const speaker = (chance: Chance): number => Math.floor(MEMBERS * (chance.below(1e6) / 1e6) ** 3.3);

interface Said {
  type: number;
  content: string | null;
  to: number | null;
}

function sayOne(chance: Chance, sayings: Sayings, at: number): Said {
  const dice = chance.below(1000);
  if (dice < 70) return { type: OTHER_KINDS[chance.below(OTHER_KINDS.length)] ?? 1, content: null, to: null };
  if (dice < 270) return { type: 0, content: sayings.everyDay(chance), to: null };
  if (dice < 350) return { type: 0, content: sayings.need(chance), to: null };
  if (dice < 390)
    return { type: 25, content: sayings.talk(chance), to: Math.max(0, at - 1 - chance.below(12)) };
  if (dice < 430) {
    return { type: 0, content: `@${nameOf(chance.below(ANSWERERS * 4))} ${sayings.talk(chance)}`, to: null };
  }
  return { type: 0, content: sayings.talk(chance), to: null };
}

function lineOf(chance: Chance, said: Said, at: number, timestamp: number): string {
  const person = said.to === null ? speaker(chance) : chance.below(ANSWERERS);
  return JSON.stringify({
    _type: 'message',
    platformMessageId: String(4_000_000_000_000_000_000n + BigInt(at) * 8_191n),
    sender: accountOf(person),
    accountName: nameOf(person),
    ...(person % 2 === 0 ? { groupNickname: `${1 + (person % 40)}号楼${nameOf(person)}` } : {}),
    timestamp,
    type: said.type,
    content: said.content,
    ...(said.to === null
      ? {}
      : { replyToMessageId: String(4_000_000_000_000_000_000n + BigInt(said.to) * 8_191n) }),
  });
}

/** The head of the file: the group and its members, with a small picture each as exporters write them. */
const headLines = (count: number): string[] => [
  JSON.stringify({
    _type: 'header',
    chatlab: { version: '0.0.2', exportedAt: START + count * SECONDS_APART + 3600 },
    meta: { name: '彭浦家园邻里群', platform: 'wechat', type: 'group', groupId: '48213@chatroom' },
  }),
  ...Array.from({ length: MEMBERS }, (_, person) =>
    JSON.stringify({
      _type: 'member',
      platformId: accountOf(person),
      accountName: nameOf(person),
      roles: person === 0 ? [{ id: 'owner' }] : [],
      avatar: `data:image/png;base64,${'iVBORw0KGgo'.repeat(300)}`,
    }),
  ),
];

/** Writes a ChatLab JSONL export of one large group, the same one for the same `count`. */
export async function writeExport(
  file: string,
  count: number,
  sentences: readonly Sentence[],
): Promise<Written> {
  const chance = createChance(20_261_124);
  const sayings = openSayings(sentences);
  const stream = createWriteStream(file);
  const texts = new Set<string>();
  const written: Written = { messages: count, texts: 0, distinct: 0, characters: 0 };
  let batch = headLines(count);
  for (let at = 0; at < count; at++) {
    const said = sayOne(chance, sayings, at);
    if (said.content !== null) {
      texts.add(said.content);
      written.texts++;
      written.characters += said.content.length;
    }
    const timestamp = START + at * SECONDS_APART + chance.below(SECONDS_APART);
    batch.push(lineOf(chance, said, at, timestamp));
    if (batch.length < 2000 && at < count - 1) continue;
    if (!stream.write(`${batch.join('\n')}\n`)) await once(stream, 'drain');
    batch = [];
  }
  stream.end();
  await finished(stream);
  return { ...written, distinct: texts.size, characters: written.characters / written.texts };
}
