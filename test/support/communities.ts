import { foldMessages } from '../../src/analysis/fold-messages.ts';
import type { GroupState } from '../../src/analysis/group-analysis.ts';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { rosterOf } from '../../src/analysis/roster.ts';
import { factOf } from '../../src/analysis/substance.ts';
import type { Label, Message } from '../../src/message.ts';
import type { PersonRole } from '../../src/people.ts';
import { addDays, isWorkday, startOfDay } from '../../src/time.ts';

/** Small communities whose state is known because they were made so; everything follows from the seed. */

export type Chance = () => number;

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TOPICS =
  '楼道灯 快递柜 垃圾桶 电动车 停车位 门禁卡 健身房 图书角 招聘会 体检车 疫苗点 居住证 社保卡 公积金 托管班'.split(
    ' ',
  );
const WHERE = '一号楼 二号楼 三号楼 东门口 西门口 活动室 广场边 地下室 小花园 北院里 南院里 便民点'.split(
  ' ',
);
const HOW =
  '昨天又坏了 今天换好了 下周要调整 已经排上队 周末会开放 需要带证件 有人在登记 刚刚贴了通知 比上月快多了 还差两个人'.split(
    ' ',
  );

/** A script of one group: people speak by their ids, at minutes of days counted from day 0. */
export interface Script {
  size: number;
  messages: Message[];
  say(
    personId: string,
    day: number,
    minute: number,
    text: string,
    more?: Partial<Message> & { label?: Label },
  ): Message;
  /** Words of one's own that resemble nobody else's. */
  words(): string;
  chance: Chance;
}

export const FIRST_DAY = '2026-05-01';
export const LAST_DAY = 119;
export const AS_OF = new Date(startOfDay(addDays(FIRST_DAY, LAST_DAY + 1)).getTime());
export const isOffice = (day: number): boolean => isWorkday(addDays(FIRST_DAY, day));

export function startScript(seed: number, size = 60): Script {
  const chance = chanceOf(seed);
  const messages: Message[] = [];
  const pick = (list: string[]) => list[Math.floor(chance() * list.length)] ?? '';
  let serial = 0;
  return {
    size,
    messages,
    chance,
    words: () =>
      `${pick(WHERE)}的${pick(TOPICS)}${pick(HOW)}${'甲乙丙丁戊己庚辛壬癸'.charAt(serial % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(serial % 12)}${'春夏秋冬'.charAt(Math.floor(serial / 60) % 4)}`,
    say(personId, day, minute, text, { label = 'chatter', ...more } = {}) {
      const sentAt = new Date(startOfDay(addDays(FIRST_DAY, day)).getTime() + minute * 60_000);
      const kind = more.kind ?? 'text';
      const message: Message = {
        id: `m${String(++serial).padStart(6, '0')}`,
        placeId: 'g1',
        isPrivate: false,
        senderId: personId,
        sentAt,
        receivedAt: sentAt,
        kind,
        text,
        replyToId: null,
        mentions: [],
        mentionsBot: false,
        redeliveryOf: null,
        fact: factOf({ text, kind, isCommandToBot: false }, { label, confidence: 1 }, 'test'),
        trace: 'test',
        ...more,
      };
      messages.push(message);
      return message;
    },
  };
}

/** What a survey brought: so many were asked, so many answered, of whom so many know whom to turn to. */
export function surveyed(asked: number, n: number, k: number, day = LAST_DAY): GroupHistory['survey'] {
  const row = { cadreId: 'c1', day: addDays(FIRST_DAY, day) };
  return {
    asks: Array.from({ length: asked }, () => row),
    answers: Array.from({ length: n }, (_, at) => ({ ...row, knows: at < k, helped: at < k ? true : null })),
  };
}

export const member = (script: Script): string => `p${1 + Math.floor(script.chance() * script.size * 0.8)}`;

/** Everything `analyzeGroup` needs, from a script; the cadre is `c1`, the bot `b1`. */
export function historyOf(script: Script, more: Partial<GroupHistory> = {}): GroupHistory {
  const roles = new Map<string, PersonRole>([
    ['c1', 'cadre-full-time'],
    ['b1', 'bot'],
  ]);
  for (let at = 1; at <= script.size; at++) roles.set(`p${at}`, 'member');
  const common = { cadreIds: ['c1'], members: [], roles, ...more };
  const days = foldMessages(script.messages, { groupId: 'g1', roster: rosterOf(common) });
  return {
    group: {
      id: 'g1',
      name: '彭浦青年之家',
      unitId: 'u1',
      kind: 'grassroots',
      size: script.size,
      createdAt: startOfDay('2025-01-01'),
      serviceLines: [],
    },
    links: [],
    contacts: [],
    tickets: [],
    improvements: [],
    elsewhere: { kinds: ['grassroots'], fingerprints: [] },
    catalogue: null,
    faq: null,
    burden: null,
    survey: { asks: [], answers: [] },
    observations: [{ from: startOfDay(FIRST_DAY), to: AS_OF }],
    inspectionDays: [],
    ...common,
    days,
  };
}

function chat(script: Script, day: number, times: number): void {
  for (let at = 0; at < times; at++) script.say(member(script), day, 600 + 40 * at, script.words());
}

/** Somebody asks; with `by`, that person answers with a quote some minutes later. */
export function ask(script: Script, day: number, by: string | null, minute = 590): Message {
  const need = script.say(member(script), day, minute, `请问${script.words()}怎么办`, { label: 'question' });
  if (by) {
    script.say(by, day, minute + 12, `可以这样办：${script.words()}`, { replyToId: need.id });
    if (script.chance() < 0.7) script.say(need.senderId, day, minute + 200, '谢谢，已经解决了');
  }
  return need;
}

const everyDay = (act: (day: number) => void, from = 0, to = LAST_DAY) => {
  for (let day = from; day <= to; day++) act(day);
};

const serves = (script: Script, day: number) => {
  if (!isOffice(day)) return;
  if (script.chance() < 0.5) script.say('c1', day, 560, script.words());
  if (script.chance() < 0.4) ask(script, day, 'c1');
};

/** Each archetype with the state it must have on the last day, and what must be found or stay unfound. */
export const ARCHETYPES: Record<
  string,
  {
    state: GroupState;
    found: string[];
    unfound: string[];
    make(script: Script): Partial<GroupHistory> | undefined;
  }
> = {
  cold: {
    state: 'cold',
    found: ['cadre-silent', 'no-help-record', 'quiet-group', 'low-awareness'],
    unfound: ['one-way-broadcast'],
    make(script) {
      for (const day of [95, 103, 112]) ask(script, day, null);
      script.say('c1', 98, 600, script.words());
      return { survey: surveyed(20, 12, 1 + Math.floor(3 * script.chance())) };
    },
  },
  healthy: {
    state: 'healthy',
    found: [],
    unfound: ['cadre-silent', 'no-help-record', 'quiet-group', 'one-way-broadcast', 'inspection-spike'],
    make(script) {
      everyDay(day => {
        serves(script, day);
        chat(script, day, 1 + Math.floor(script.chance() * 4));
      });
      return { inspectionDays: [addDays(FIRST_DAY, 110)] };
    },
  },
  'one-way': {
    state: 'one-way',
    found: ['one-way-broadcast'],
    unfound: ['cadre-silent'],
    make(script) {
      everyDay(day => {
        if (isOffice(day)) script.say('c1', day, 540, `关于${script.words()}的通知`);
        if (script.chance() < 0.05) script.say(member(script), day, 1200, script.words());
      });
      return undefined;
    },
  },
  'busy-no-help': {
    state: 'busy-no-help',
    found: ['no-help-record'],
    unfound: ['cadre-silent', 'quiet-group', 'one-way-broadcast'],
    make(script) {
      everyDay(day => {
        chat(script, day, 4);
        if (isOffice(day) && script.chance() < 0.5) script.say('c1', day, 560, script.words());
        if (day % 4 === 0) ask(script, day, null, 1190);
      });
      return undefined;
    },
  },
  bursty: {
    state: 'bursty',
    found: ['inspection-spike'],
    unfound: ['cadre-silent', 'quiet-group'],
    make(script) {
      everyDay(day => chat(script, day, 3));
      for (const start of [24, 52, 80, 108]) {
        everyDay(
          day => {
            for (let at = 0; at < 3; at++) script.say('c1', day, 540 + at * 30, script.words());
            ask(script, day, 'c1', 800);
          },
          start,
          start + 5,
        );
      }
      return { inspectionDays: [addDays(FIRST_DAY, 111)] };
    },
  },
  cooling: {
    state: 'cooling',
    found: ['cadre-silent', 'no-help-record'],
    unfound: ['quiet-group', 'one-way-broadcast'],
    make(script) {
      everyDay(day => serves(script, day), 0, 70);
      everyDay(day => chat(script, day, 2));
      return undefined;
    },
  },
  'quiet-but-served': {
    state: 'healthy',
    found: [],
    unfound: ['cadre-silent', 'no-help-record', 'one-way-broadcast'],
    make(script) {
      everyDay(day => {
        if (isOffice(day) && day % 4 === 1) script.say('c1', day, 560, script.words());
        if (isOffice(day) && day % 4 === 0) ask(script, day, 'c1');
      });
      return undefined;
    },
  },
  unknown: {
    state: 'unknown',
    found: [],
    unfound: ['cadre-silent', 'no-help-record', 'quiet-group', 'one-way-broadcast', 'inspection-spike'],
    make() {
      return { observations: [{ from: startOfDay(addDays(FIRST_DAY, 110)), to: AS_OF }] };
    },
  },
};

/** One community of an archetype. */
export function communityOf(archetype: keyof typeof ARCHETYPES, seed: number): GroupHistory {
  const script = startScript(seed);
  const more = ARCHETYPES[archetype]?.make(script) ?? {};
  return historyOf(script, more);
}
