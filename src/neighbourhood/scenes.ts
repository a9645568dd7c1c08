import type { Chance } from './chance.ts';
import { ALSO, CHAINS } from './words/chats.ts';
import { RECEIVED } from './words/notices.ts';
import type { ChatWords, NeedWords, NoticeWords } from './words/tag.ts';

/** One turn of a scene: who says what how long after the turn before, and which turn it quotes or whom it mentions. */
export interface Turn {
  by: string;
  text: string;
  afterMs: number;
  /** The turn of this scene it answers; by quote, or by mention of its speaker. */
  answers?: { turn: number; way: 'quote' | 'mention' };
  /** Waits until working hours. */
  atWork?: boolean;
}

export interface Cast {
  cadres: readonly string[];
  helpers: readonly string[];
  members: readonly string[];
  nameOf(personId: string): string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const WEEKDAYS = ['周二', '周三', '周四', '周五', '周六', '周日'];
const FLOORS = ['二', '三', '四', '五', '六'];

/** Puts a house, a floor, a day and a number where the phrase asks for them; the same ones all through a scene. */
function createFill(chance: Chance): (text: string) => string {
  const house = String(chance.whole(1, 28));
  const floor = chance.pick(FLOORS);
  const day = chance.pick(WEEKDAYS);
  const number = String(chance.whole(6, 30));
  return text =>
    text
      .replaceAll('{楼}', house)
      .replaceAll('{层}', floor)
      .replaceAll('{日}', day)
      .replaceAll('{数}', number);
}

/** Members among themselves. */
export function chatScene(words: ChatWords, cast: Cast, chance: Chance): Turn[] {
  const fill = createFill(chance);
  const speakers = chance.shuffle(cast.members);
  return words.lines.map((line, index) => ({
    by: speakers[index % Math.max(2, Math.min(3, speakers.length))] ?? '',
    text: fill(line),
    afterMs: index === 0 ? 0 : chance.whole(20, 400) * SECOND,
  }));
}

export interface NeedHow {
  answered: boolean;
  byCadre: boolean;
  thanked: boolean;
  joinedIn: boolean;
}

/** A member asks; perhaps a neighbour joins in, somebody answers, the member thanks. */
export function needScene(words: NeedWords, how: NeedHow, cast: Cast, chance: Chance): Turn[] {
  const fill = createFill(chance);
  const [asker = '', neighbour = ''] = chance.shuffle(cast.members);
  const which = chance.whole(0, words.asks.length - 1);
  const turns: Turn[] = [{ by: asker, text: fill(words.asks[which] ?? ''), afterMs: 0 }];
  if (how.joinedIn) {
    turns.push({ by: neighbour, text: chance.pick(ALSO), afterMs: chance.whole(1, 9) * MINUTE });
  }
  if (!how.answered) return turns;
  const byCadre = how.byCadre || cast.helpers.length === 0;
  const way = chance.happens(0.6) ? 'quote' : 'mention';
  turns.push({
    by: chance.pick(byCadre ? cast.cadres : cast.helpers),
    text: fill(words.answers[which] ?? ''),
    afterMs: chance.whole(4, 90) * MINUTE,
    answers: { turn: 0, way },
    atWork: byCadre,
  });
  if (how.thanked) {
    const answer = turns.length - 1;
    const afterMs = chance.whole(2, 20) * MINUTE + (chance.happens(0.5) ? 22 * 60 * MINUTE : 0);
    turns.push({
      by: asker,
      text: fill(words.thanks[which] ?? ''),
      afterMs,
      answers: { turn: answer, way: 'mention' },
    });
  }
  return turns;
}

/** A cadre's notice, and what is said under it. */
export function noticeScene(words: NoticeWords, isEchoed: boolean, cast: Cast, chance: Chance): Turn[] {
  const fill = createFill(chance);
  const turns: Turn[] = [
    { by: chance.pick(cast.cadres), text: fill(chance.pick(words.posts)), afterMs: 0, atWork: true },
  ];
  const [first = '', second = ''] = chance.shuffle(cast.members);
  if (chance.happens(0.5)) turns.push({ by: second, text: chance.pick(RECEIVED), afterMs: 3 * MINUTE });
  if (isEchoed) {
    const afterMs = chance.whole(2, 60) * MINUTE;
    turns.push({
      by: first,
      text: fill(chance.pick(words.echoes)),
      afterMs,
      answers: { turn: 0, way: 'quote' },
    });
  }
  return turns;
}

/** 接龙: one list that grows. */
export function chainScene(cast: Cast, chance: Chance): Turn[] {
  const title = createFill(chance)(chance.pick(CHAINS));
  const joining = chance.shuffle(cast.members).slice(0, chance.whole(3, 5));
  const names = joining.map((personId, index) => `${index + 1}. ${cast.nameOf(personId)}`);
  return joining.map((by, index) => ({
    by,
    text: `#接龙\n${title}\n\n${names.slice(0, index + 1).join('\n')}`,
    afterMs: index === 0 ? 0 : chance.whole(2, 50) * MINUTE,
  }));
}
