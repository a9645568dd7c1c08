import { type Chance, createBag } from '../../neighbourhood/chance.ts';
import { HOME_CHATTER } from './chatter-home.ts';
import { MORE_CHATTER } from './chatter-more.ts';
import { TALK_CHATTER } from './chatter-talk.ts';
import * as spoken from './spoken.ts';
import type { TopicWords } from './topic.ts';
import { HOME_TOPICS } from './topics-home.ts';
import { PEOPLE_TOPICS } from './topics-people.ts';
import { WORK_TOPICS } from './topics-work.ts';

/** Every matter that members of these communities bring up. */
export const TOPICS: readonly TopicWords[] = [...HOME_TOPICS, ...PEOPLE_TOPICS, ...WORK_TOPICS];
/** Every line of small talk. */
export const CHATTER: readonly string[] = [...HOME_CHATTER, ...TALK_CHATTER, ...MORE_CHATTER];

const SLOTS: Record<string, readonly string[]> = {
  place:
    '二号楼 五号楼门口 七栋三单元 北门岗亭 东边小广场 凉亭旁 幼儿园后门 老年活动站 篮球场边 十一幢 西侧围墙 社区食堂前'.split(
      ' ',
    ),
  when: '明天 后天 周二 周三 周四 周五 这周六 下周一 下周三 月底 本月十八号 二十二号'.split(' '),
  who: '门卫 会计 组长 邻居 同事'.split(' '),
  count: '三 四 五 六 八 九 十一 十二 十五'.split(' '),
};

/** What a member needs, in words. */
export interface NeedWords {
  label: 'question' | 'request';
  topic: string;
  text: string;
  /** What would answer it. */
  answer(): string;
}

/** Sentences for one group, each used once before any comes again. */
export interface Words {
  need(): NeedWords;
  chatter(): string;
  notice(): string;
  thanks(): string;
  notSolved(): string;
  greeting(): string;
  filler(): string;
  care(): string;
  reply(): string;
  advert(): string;
  link(): string;
}

function createNeeds(chance: Chance, fill: (text: string) => string): () => NeedWords {
  const asks = TOPICS.flatMap(({ name, questions, requests, answers }) => [
    ...questions.map(text => ({ label: 'question' as const, topic: name, text, answers })),
    ...requests.map(text => ({ label: 'request' as const, topic: name, text, answers })),
  ]);
  const next = createBag(asks, chance);
  return () => {
    const { answers, text, ...need } = next();
    return { ...need, text: fill(text), answer: () => fill(chance.pick(answers)) };
  };
}

/** Notices enough for half a year without one coming twice: whole ones, and offers each with a few of the details. */
function everyNotice(chance: Chance): string[] {
  const offers = spoken.OFFERS.flatMap(offer =>
    chance
      .shuffle(spoken.OFFER_DETAILS)
      .slice(0, 9)
      .map(detail => `${offer}，${detail}`),
  );
  return [...spoken.NOTICES, ...offers];
}

/** Opens the sentences of one group. */
export function createWords(chance: Chance): Words {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/gu, (slot, name: string) => (SLOTS[name] ? chance.pick(SLOTS[name]) : slot));
  const from = (lines: readonly string[]) => {
    const next = createBag(lines, chance);
    return () => fill(next());
  };
  const [opening, care] = [from(spoken.CARE_OPENINGS), from(spoken.CARES)];
  return {
    need: createNeeds(chance, fill),
    chatter: from(CHATTER),
    notice: from(everyNotice(chance)),
    thanks: from(spoken.THANKS),
    notSolved: from(spoken.NOT_SOLVED),
    greeting: from(spoken.GREETINGS),
    filler: from(spoken.FILLERS),
    care: () => `${opening()}${care()}`,
    reply: from(spoken.REPLIES),
    advert: from(spoken.ADVERTS),
    link: from(spoken.LINKS),
  };
}
