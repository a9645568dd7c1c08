import { describe, expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import { dayNumberAt, dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { Band, GroupAnalysis, GroupState } from '../../../src/analysis/group-analysis.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { THRESHOLDS } from '../../../src/analysis/thresholds.ts';
import type { Message } from '../../../src/message.ts';
import { addDays } from '../../../src/time.ts';
import {
  ARCHETYPES,
  AS_OF,
  ask,
  FIRST_DAY,
  historyOf,
  isOffice,
  LAST_DAY,
  member,
  type Script,
  startScript,
} from '../../support/communities.ts';
import { type Act, ticketLog } from '../../support/tickets.ts';

type More = Partial<GroupHistory>;
type Play = (script: Script) => More | undefined;
interface Both {
  before: GroupAnalysis;
  after: GroupAnalysis;
}

/** The same group without and with the game: all that happens in the first happens in the second, and the game comes on top. */
function playBoth(base: Play, game: Play, seed = 1): Both {
  const plain = startScript(seed);
  const before = base(plain);
  const gamed = startScript(seed);
  const same = base(gamed);
  const added = game(gamed);
  return {
    before: analyzeGroup(historyOf(plain, before), AS_OF),
    after: analyzeGroup(historyOf(gamed, { ...same, ...added }), AS_OF),
  };
}

const GRADES: Record<Band, number> = { red: 0, yellow: 1, green: 2, grey: 3 };
const STATES: Record<GroupState, number> = {
  'one-way': 0,
  cold: 0,
  'busy-no-help': 0,
  bursty: 1,
  cooling: 1,
  healthy: 2,
  unknown: 3,
  exempt: 3,
};
const namesOf = ({ findings }: GroupAnalysis) => findings.map(finding => finding.detector).sort();

/** Neither state nor band is better, no finding is lost, and the overall stays on its side of the line it is shown by. */
function expectNoBetter({ before, after }: Both): void {
  expect(STATES[after.state]).toBeLessThanOrEqual(STATES[before.state]);
  expect(GRADES[after.band]).toBeLessThanOrEqual(GRADES[before.band]);
  const line = THRESHOLDS.dimensions.yellowBelow;
  if ((before.overall ?? 0) < line) expect(after.overall ?? 0).toBeLessThan(line);
  expect(namesOf(after)).toEqual(expect.arrayContaining(namesOf(before)));
}

/** Nor is the overall higher by a hair. */
function expectNothingGained({ before, after }: Both): void {
  expectNoBetter({ before, after });
  expect(after.overall).toBe(before.overall);
}

const playOf =
  (name: string): Play =>
  script =>
    ARCHETYPES[name]?.make(script);
const dayOf = (message: Message): number => dayNumberAt(message.sentAt.getTime()) - dayNumberOf(FIRST_DAY);
const saidBy = (script: Script, isWanted: (message: Message) => boolean): Message[] =>
  script.messages.filter(message => dayOf(message) >= 90 && isWanted(message));
const needsOf = (script: Script): Message[] =>
  saidBy(script, message => message.fact?.label === 'question' && message.senderId.startsWith('p'));
const eachDay = (act: (day: number) => void) => {
  for (let day = 90; day <= LAST_DAY; day++) act(day);
};

/** Lively, a cadre who speaks, and every third day somebody asks in vain. */
const asksInVain: Play = script => {
  for (let day = 0; day <= LAST_DAY; day++) {
    for (let at = 0; at < 4; at++) script.say(member(script), day, 600 + 40 * at, script.words());
    if (isOffice(day) && day % 2 === 0) script.say('c1', day, 560, script.words());
    if (day % 3 === 0) ask(script, day, null, 1000);
  }
  return undefined;
};

describe('filler', () => {
  test.each(['cold', 'cooling', 'busy-no-help', 'one-way'])(
    '收到, good mornings, stickers, links and one copied notice a day make no %s group better',
    name => {
      const game: Play = script => {
        eachDay(day => {
          const notice = `周${'一二三四五六日'.charAt(day % 7)}第${day}期微课，请大家准时观看`;
          for (const text of ['收到', '大家早上好', '👍', notice]) script.say('c1', day, 540, text);
          script.say('c1', day, 560, '', { kind: 'link' });
          for (let at = 1; at <= 8; at++) script.say(`p${at}`, day, 600 + at, '收到');
        });
        return undefined;
      };
      for (const seed of [1, 2]) {
        const both = playBoth(playOf(name), game, seed);
        expectNoBetter(both);
        expect(namesOf(both.after)).toContain('formalism');
      }
    },
  );
});

describe('friends who rate', () => {
  const ratedBy =
    (...friends: string[]): Play =>
    () => ({
      tickets: Array.from({ length: 12 }, (_, at) => {
        const friend = friends[at % friends.length] ?? '';
        const acts: Act[] = [
          ['close', 'c1', 101 + at],
          ['confirm', friend, 101 + at],
          ['rate', friend, 101 + at, { stars: 5 }],
        ];
        return ticketLog(`f${at}`, 100 + at, acts, { requesterId: friend });
      }),
    });
  const known =
    (base: Play): Play =>
    script => ({
      ...base(script),
      members: Array.from({ length: 60 }, (_, at) => ({
        personId: `p${at + 1}`,
        role: 'member' as const,
        joinedAt: null,
        leftAt: null,
      })),
    });

  test.each(['cold', 'cooling', 'busy-no-help'])(
    'five stars of people whom the %s group does not know count for nothing',
    name => {
      expectNothingGained(playBoth(known(playOf(name)), ratedBy('f1', 'f2')));
    },
  );

  test('of members who never said a word they count by the definitions; beside them stands that no word is behind them', () => {
    const { after } = playBoth(known(playOf('busy-no-help')), ratedBy('p55', 'p56'));
    expect(after.band).not.toBe('green');
    expect(after.measures['M13']).toMatchObject({ visited: 12, withoutWords: 12 });
    expect(after.measures['M2']).toMatchObject({ handovers: 12, persons: 2 });
  });
});

describe('tickets', () => {
  const ticketsWith = (actsOf: (at: number) => Act[]): More => ({
    catalogue: { lines: ['rights'] },
    tickets: Array.from({ length: 12 }, (_, at) =>
      ticketLog(`t${at}`, 70 + at, actsOf(at), {
        requesterId: `p${at + 1}`,
        line: 'rights',
        dueAt: new Date(AS_OF.getTime() - 86_400_000),
      }),
    ),
  });
  const base: Play = script => ({ ...playOf('busy-no-help')(script), ...ticketsWith(() => []) });

  test('closed in bulk without asking, or confirmed by the cadre, they solve and deliver nothing, and it is found', () => {
    for (const acts of [
      [['close', 'c1', 117]],
      [
        ['close', 'c1', 117],
        ['confirm', 'c1', 117],
        ['rate', 'c1', 117, { stars: 5 }],
      ],
    ] satisfies Act[][]) {
      const both = playBoth(base, () => ticketsWith(() => acts));
      expectNothingGained(both);
      expect(namesOf(both.after)).toEqual(expect.arrayContaining(['formalism', 'self-certified']));
      expect(both.after.dimensions.substantive).toBe(0);
    }
  });

  test('parked on 等 they gain nothing, and how many are parked stands in M12', () => {
    const waits: Act[] = [['wait', 'c1', 85, { text: '等材料' }]];
    const both = playBoth(base, () => ticketsWith(() => waits));
    expectNothingGained(both);
    expect(both.before.measures['M12']).toMatchObject({ parked: 0 });
    expect(both.after.measures['M12']).toMatchObject({ parked: 12 });
  });

  test('parked a third time for a day each they show too; done since, or waiting for four weeks, they do not', () => {
    const often = [100, 104, 108].flatMap((day): Act[] => [
      ['wait', 'c1', day],
      ['resume', 'c1', day + 1],
    ]);
    const parked = (acts: Act[]) =>
      playBoth(base, () => ticketsWith(at => (at === 0 ? acts : []))).after.measures['M12']?.['parked'];
    expect(parked(often)).toBe(1);
    expect(parked(often.slice(0, 4))).toBe(0);
    expect(parked([...often, ['close', 'c1', 112]])).toBe(0);
    expect(parked([['wait', 'c1', 91]])).toBe(0);
  });
});

describe('one answer for everybody', () => {
  const answerAll =
    (complain: (script: Script, need: Message) => void): Play =>
    script => {
      for (const need of needsOf(script)) {
        const text = '您的问题已经收悉，会尽快转有关部门处理';
        script.say('c1', dayOf(need), 1100, text, { replyToId: need.id });
        complain(script, need);
      }
      return undefined;
    };

  test.each([
    ['还没解决', 'chatter'],
    [null, 'question'],
  ] as const)('to which members say %s helps nobody, and is found', (text, label) => {
    const both = playBoth(
      asksInVain,
      answerAll((script, need) =>
        script.say(need.senderId, dayOf(need), 1200, text ?? need.text ?? '', { label }),
      ),
    );
    expectNoBetter(both);
    expect(both.after).toMatchObject({ state: 'busy-no-help', noHelp: 'unanswered-needs' });
    expect(both.after.findings.find(({ detector }) => detector === 'formalism')?.evidence).toMatchObject({
      plainest: 'answers',
    });
  });

  test('which nobody complains of passes for help, but is found, and is not green', () => {
    const { after } = playBoth(
      asksInVain,
      answerAll(() => undefined),
    );
    expect(after).toMatchObject({ state: 'healthy', band: 'yellow', dimensions: { solving: 0 } });
    expect(namesOf(after)).toContain('formalism');
  });
});

test('a cadre who only wakes for the inspection is at best 突击式, with an alarm', () => {
  const silent: Play = script => {
    for (const day of [95, 103, 112]) ask(script, day, null);
    return { inspectionDays: [addDays(FIRST_DAY, 111)] };
  };
  const { before, after } = playBoth(silent, script => {
    for (let day = 108; day <= 114; day++) script.say('c1', day, 600, script.words());
    return undefined;
  });
  expect(before.state).toBe('cold');
  expect(after).toMatchObject({ state: 'bursty', band: 'yellow', noHelp: 'unanswered-needs' });
  expect(after.findings).toContainEqual(
    expect.objectContaining({ detector: 'inspection-spike', severity: 'alarm' }),
  );
  expect(namesOf(after)).toEqual(expect.arrayContaining(['no-help-record', 'quiet-group']));
});

describe('a second account', () => {
  test.each(['cold', 'busy-no-help', 'one-way'])('that thanks every day gains the %s group nothing', name => {
    const both = playBoth(playOf(name), script => {
      eachDay(day => script.say('x9', day, 1300, '谢谢王主任，都办好了'));
      return undefined;
    });
    expectNothingGained(both);
  });

  test('that @s the cadre with 收到 is no exchange and no response', () => {
    const both = playBoth(playOf('one-way'), script => {
      eachDay(day => script.say('x9', day, 1300, '收到', { mentions: ['c1'] }));
      return undefined;
    });
    expectNothingGained(both);
    expect(both.after.measures['M6']).toEqual(both.before.measures['M6']);
    expect(both.after.measures['M8']).toEqual(both.before.measures['M8']);
  });

  test('that thanks with a quote of every notice passes for an echo, but nobody is helped, and it is one voice', () => {
    const { before, after } = playBoth(playOf('one-way'), script => {
      for (const notice of saidBy(script, ({ senderId }) => senderId === 'c1'))
        script.say('x9', dayOf(notice), 545, '谢谢王主任', { replyToId: notice.id });
      return undefined;
    });
    expect(after.noHelp).toBe('no-needs');
    expect(namesOf(after)).toContain('no-help-record');
    const [alone, joined] = [before, after].map(({ measures }) => Number(measures['M3']?.['speakers']));
    expect(joined).toBe((alone ?? 0) + 1);
    expect(after.measures['M11']).toMatchObject({ contributorAbsence: 1 });
  });
});

test('questions planted with one friend pass for help; beside it stands that one person was helped', () => {
  const { after } = playBoth(playOf('busy-no-help'), script => {
    for (let day = 92; day <= LAST_DAY; day += 3) {
      const need = script.say('p59', day, 800, `请问${script.words()}怎么办`, { label: 'question' });
      script.say('c1', day, 810, `可以这样办：${script.words()}`, { replyToId: need.id });
      script.say('p59', day, 815, '谢谢，已经解决了');
    }
    return undefined;
  });
  expect(after.measures['M2']).toMatchObject({ help: 10, persons: 1 });
  expect(after.dimensions.solving).toBeLessThan(100);
});

test('a voice message after every need passes for help of unknown content, but is never green', () => {
  for (const name of ['cold', 'busy-no-help']) {
    const { after } = playBoth(playOf(name), script => {
      for (const need of needsOf(script))
        script.say('c1', 0, 0, '', { kind: 'voice', sentAt: new Date(need.sentAt.getTime() + 300_000) });
      return undefined;
    });
    const { help, unheard, confirmed } = after.measures['M2'] ?? {};
    expect([unheard, confirmed]).toEqual([help, 0]);
    expect(after.band).toBe('yellow');
  }
});
