import { describe, expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { type Measured, measureWindow } from '../../../src/analysis/measure.ts';
import { isQuiet } from '../../../src/analysis/measures/m03-activity.ts';
import { burstinessOf } from '../../../src/analysis/measures/m05-regularity.ts';
import { quantileOfWaits } from '../../../src/analysis/measures/m07-answered.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import { dueAtFor } from '../../../src/limits.ts';
import type { TicketEvent } from '../../../src/ticket.ts';
import { addDays, DAY_MS, daysBetween, startOfDay } from '../../../src/time.ts';
import { AS_OF, ask, FIRST_DAY, historyOf, type Script, startScript } from '../../support/communities.ts';

const LAST = 119;
function measure(script: Script, more: Partial<GroupHistory> = {}, lastDay = LAST): Measured {
  const asOf = new Date(AS_OF.getTime() + (lastDay - LAST) * DAY_MS);
  return measureWindow(
    windowEnding(timelineOf(historyOf(script, more), asOf), dayNumberOf(addDays(FIRST_DAY, lastDay))),
  );
}

describe('M1 cadre voice', () => {
  test('three messages, or any number in one week, are silence; four in two weeks are not', () => {
    const speak = (days: number[]) => {
      const script = startScript(1);
      for (const day of days) script.say('c1', day, 600, script.words());
      return measure(script).cadreVoice;
    };
    expect(speak([95, 105, 115])).toMatchObject({ messages: 3, weeks: 3, isSilent: true });
    expect(speak([113, 114, 115, 116, 117, 118])).toMatchObject({ messages: 6, weeks: 1, isSilent: true });
    expect(speak([100, 101, 117, 118])).toMatchObject({
      messages: 4,
      weeks: 2,
      isSilent: false,
      isWatched: true,
      silentDays: 1,
    });
  });

  test('filler, greetings, pictures and copies do not add up, an answer always does', () => {
    const script = startScript(1);
    for (let day = 90; day <= LAST; day++) {
      script.say('c1', day, 500, '收到');
      script.say('c1', day, 510, '大家早上好');
      script.say('c1', day, 520, `第${day}次提醒：请大家关好门窗`);
      script.say('c1', day, 530, '', { kind: 'image' });
    }
    expect(measure(script).cadreVoice).toMatchObject({ messages: 2, isSilent: true });
    const need = script.say('p1', 100, 600, '请问门窗谁来修', { label: 'question' });
    for (const day of [100, 107]) script.say('c1', day, 700, '请大家关好门窗', { replyToId: need.id });
    expect(measure(script).cadreVoice.messages).toBe(4);
  });

  test('a copy whose original lies before the window counts once in it', () => {
    const script = startScript(1);
    for (const day of [80, 92, 100]) script.say('c1', day, 600, '请大家关好门窗');
    expect(measure(script).cadreVoice.messages).toBe(1);
  });

  test('a week without a working day is not asked for', () => {
    const lastDay = daysBetween(FIRST_DAY, '2026-10-07');
    const script = startScript(1);
    for (const day of ['2026-09-11', '2026-09-18', '2026-09-25', '2026-09-30']) {
      script.say('c1', daysBetween(FIRST_DAY, day), 600, script.words());
    }
    const { cadreVoice, regularity } = measure(script, {}, lastDay);
    expect(cadreVoice).toMatchObject({ messages: 4, workingWeeks: 3, weeks: 3, isSilent: false });
    expect(regularity.longestGap).toBeLessThanOrEqual(5);
  });

  test('several cadres are read together, a stand-in too', () => {
    const script = startScript(1);
    const more: Partial<GroupHistory> = {
      members: [{ personId: 'p9', role: 'cadre', joinedAt: null, leftAt: null }],
    };
    for (const [who, day] of [
      ['c1', 95],
      ['p9', 102],
      ['c1', 109],
      ['p9', 116],
    ] as const)
      script.say(who, day, 600, script.words());
    expect(measure(script, more).cadreVoice.messages).toBe(4);
  });
});

describe('M2 help', () => {
  test('a quoted answer helps; 收到, the next speaker, the bot and oneself do not', () => {
    const script = startScript(1);
    script.say('c1', 100, 602, '可以到窗口去办', { replyToId: ask(script, 100, null).id });
    expect(measure(script).help).toMatchObject({ needs: 1, help: 1, botHelp: 0, noHelp: null });
    const bare = startScript(2);
    bare.say('c1', 100, 602, '收到', { replyToId: ask(bare, 100, null).id });
    bare.say('p7', 103, 602, '我也遇到过这个', {});
    const told = ask(bare, 104, null);
    bare.say('b1', 104, 602, '请到窗口办理', { replyToId: told.id });
    ask(bare, 106, null);
    bare.say('p8', 106, 595, '这个好像要等通知');
    expect(measure(bare).help).toMatchObject({ needs: 3, help: 0, botHelp: 1, noHelp: 'unanswered-needs' });
  });

  test('没解决 or the same need within two days takes the help back, later it does not', () => {
    const again = (hours: number, text: string, label: 'question' | 'chatter') => {
      const script = startScript(1);
      const need = script.say('p1', 100, 600, '楼道灯什么时候修好呢', { label: 'question' });
      script.say('c1', 100, 610, '明天就来修', { replyToId: need.id });
      script.say('p1', 100, 610 + hours * 60, text, { label });
      return measure(script).help;
    };
    expect(again(5, '还没解决', 'chatter').help).toBe(0);
    expect(again(47, '楼道灯什么时候修好呢！', 'question')).toMatchObject({ needs: 1, help: 0 });
    expect(again(72, '还没解决', 'chatter').help).toBe(1);
  });

  test('a confirmed hand-over and an acknowledged visit help; a cadre’s own confirm and an unseen visit do not', () => {
    const openedAt = startOfDay(addDays(FIRST_DAY, 100));
    const ticket = (byId: string) => ({
      opening: {
        id: 't1',
        number: 1,
        kind: 'request' as const,
        groupId: 'g1',
        requesterId: 'p1',
        topic: '',
        messageId: null,
        assigneeId: null,
        openedAt,
        dueAt: dueAtFor(openedAt),
      },
      events: [
        {
          ticketId: 't1',
          seq: 2,
          at: new Date(openedAt.getTime() + DAY_MS),
          byId,
          act: 'confirm',
          data: {},
        } satisfies TicketEvent,
      ],
    });
    const visit = (acknowledged: boolean) => ({
      cadreId: 'c1',
      personId: 'p1',
      at: openedAt,
      way: 'visit' as const,
      acknowledged,
    });
    expect(measure(startScript(1), { tickets: [ticket('p1')], contacts: [visit(true)] }).help).toMatchObject({
      help: 2,
      handovers: 1,
      visits: 1,
      confirmed: 1,
    });
    expect(measure(startScript(1), { tickets: [ticket('c1')], contacts: [visit(false)] }).help).toMatchObject(
      { help: 0, noHelp: 'no-needs' },
    );
  });
});

test('M3: small groups are quiet at one day, large ones by ratio too', () => {
  expect([isQuiet(29, 1, 1), isQuiet(29, 2, 1)]).toEqual([true, false]);
  expect([isQuiet(30, 4, 1), isQuiet(30, 5, 1)]).toEqual([true, false]);
  expect([
    isQuiet(100, 10, 0.04),
    isQuiet(100, 11, 0.04),
    isQuiet(100, 10, 0.05),
    isQuiet(99, 10, 0.01),
  ]).toEqual([true, false, false, false]);
});

test('M5: clockwork is -1 or near, chance near 0, a heap near 1; fewer than four gaps say nothing', () => {
  expect(burstinessOf([5, 5, 5, 5])).toBeLessThan(-0.9);
  expect(burstinessOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 60])).toBeGreaterThan(0.5);
  expect(burstinessOf([1, 1, 60])).toBeNull();
});

test('M6: one-way needs four bursts; 收到 is no echo, a quote or prompt words are', () => {
  const broadcast = (reply: (script: Script, day: number, id: string) => void) => {
    const script = startScript(1);
    for (const day of [96, 101, 104, 108, 113]) {
      script.say('c1', day, 540, '', { kind: 'image' });
      reply(script, day, script.say('c1', day, 545, script.words()).id);
    }
    return measure(script).oneWay;
  };
  expect(broadcast((script, day, id) => script.say('p1', day, 560, '收到', { replyToId: id }))).toMatchObject(
    { bursts: 5, cadrePosts: 10, echo: 0, isOneWay: true },
  );
  expect(
    broadcast((script, day, id) => script.say('p1', day + 0.5, 560, '知道了', { replyToId: id })),
  ).toMatchObject({ echo: 1, isOneWay: false });
  expect(broadcast((script, day) => script.say('p1', day, 570, script.words()))).toMatchObject({ echo: 1 });
  expect(broadcast((script, day) => script.say('p1', day, 900, script.words()))).toMatchObject({ echo: 0 });
});

describe('M7 answered', () => {
  test('who still waits is never dropped: it moves the quantiles, or leaves them open', () => {
    const wait = (minutes: number, isAnswered = true) => ({ minutes, isAnswered });
    expect(quantileOfWaits([wait(1), wait(2), wait(3), wait(4)], 0.5)).toBe(2);
    expect(
      quantileOfWaits([wait(10), wait(20), wait(30, false), wait(40, false), wait(50, false)], 0.5),
    ).toBeNull();
    expect(quantileOfWaits([wait(10), wait(20), wait(5, false)], 0.9)).toBe(20);
    expect(quantileOfWaits([], 0.5)).toBeNull();
  });

  test('minutes are working minutes, the asker’s clock starts at the first telling, a turn never answers', () => {
    const script = startScript(1);
    const friday = daysBetween(FIRST_DAY, '2026-08-21');
    const need = script.say('p1', friday, 16 * 60 + 30, '请问居住证怎么办', { label: 'question' });
    script.say('p2', friday, 16 * 60 + 40, '我也想问问这个');
    script.say('c1', friday + 3, 9 * 60 + 30, '带身份证来窗口', { replyToId: need.id });
    expect(measure(script).answered).toMatchObject({ needs: 1, answered: 1, byCadre: 1, medianMinutes: 60 });
  });
});

test('M13: public 三率 over what the member spoke about, with the follow-up share beside it', () => {
  const openedAt = startOfDay(addDays(FIRST_DAY, 100));
  const ticket = (id: string, acts: [TicketEvent['act'], string | null, number?][]) => ({
    opening: {
      id,
      number: 1,
      kind: 'request' as const,
      groupId: 'g1',
      requesterId: 'p1',
      topic: '',
      messageId: null,
      assigneeId: null,
      openedAt,
      dueAt: dueAtFor(openedAt),
    },
    events: acts.map(([act, byId, stars], seq) => ({
      ticketId: id,
      seq: seq + 2,
      at: new Date(openedAt.getTime() + (seq + 1) * 3_600_000),
      byId,
      act,
      data: { stars },
    })),
  });
  const tickets = [
    ticket('a', [
      ['accept', 'c1'],
      ['close', 'c1'],
      ['ask', null],
      ['confirm', 'p1'],
      ['rate', 'p1', 3],
    ]),
    ticket('b', [
      ['accept', 'c1'],
      ['close', 'c1'],
      ['ask', null],
      ['reopen', 'p1'],
    ]),
    ticket('c', [['close', 'c1']]),
    ticket('d', [
      ['accept', 'c1'],
      ['close', 'c1'],
      ['ask', null],
    ]),
  ];
  const { threeRates, solvedReality } = measure(startScript(1), { tickets });
  expect(threeRates).toMatchObject({
    closed: 4,
    visited: 2,
    followUpShare: 0.5,
    responded: 1,
    solved: 0.5,
    satisfied: 0.45,
  });
  expect(threeRates.total).toBeCloseTo(100 * (0.1 + 0.25 + 0.18));
  expect(solvedReality).toMatchObject({
    closed: 4,
    selfClosed: 2,
    askedWithoutReply: 1,
    reopened: 1,
    isSelfCertified: false,
  });
});

test('M8: only words in both directions reach a linked member; a visit must be acknowledged', () => {
  const script = startScript(1);
  const need = script.say('p1', 40, 600, '请问居住证怎么办', { label: 'question' });
  script.say('c1', 40, 610, '带身份证来窗口', { replyToId: need.id });
  script.say('p1', 40, 620, '谢谢您的指点', { mentions: ['c1'] });
  script.say('c1', 100, 610, '您家的灯修好了', { mentions: ['p2'] });
  const link = (personId: string) => ({ cadreId: 'c1', personId, from: startOfDay(FIRST_DAY), to: null });
  const visit = (personId: string, acknowledged: boolean) => ({
    cadreId: 'c1',
    personId,
    at: startOfDay(addDays(FIRST_DAY, 90)),
    way: 'visit' as const,
    acknowledged,
  });
  const more = {
    links: ['p1', 'p2', 'p3', 'p4'].map(link),
    contacts: [visit('p3', true), visit('p4', false)],
  };
  expect(measure(script, more).directContact).toMatchObject({
    linked: 4,
    target: 100,
    reached: 2,
    share: 0.5,
  });
  expect(measure(script).directContact.share).toBeNull();
});

test('M11: one voice for all is told from many alike', () => {
  const script = startScript(1);
  for (let at = 0; at < 8; at++) script.say('p1', 100 + at, 600, script.words());
  for (let at = 2; at < 4; at++) script.say(`p${at}`, 100, 700, script.words());
  const { concentration } = measure(script);
  expect(concentration.contributorAbsence).toBe(1);
  expect(concentration.gini).toBeCloseTo(0.467, 2);
});

test('M15: newcomers are asked about only once their week, or their month, is over', () => {
  const joined = (personId: string, day: number, leftDay: number | null = null) => ({
    personId,
    role: 'member' as const,
    joinedAt: startOfDay(addDays(FIRST_DAY, day)),
    leftAt: leftDay === null ? null : startOfDay(addDays(FIRST_DAY, leftDay)),
  });
  const script = startScript(1);
  script.say('p1', 95, 600, script.words());
  const members = [joined('p1', 91), joined('p2', 91, 100), joined('p3', 118), joined('p4', 10)];
  expect(measure(script, { members }).newcomers).toEqual({
    joined: 3,
    greeted: 0,
    joinedAWeekAgo: 2,
    spoke: 1,
    joinedFourWeeksAgo: 2,
    stayed: 1,
  });
});

test('the dimensions follow their formulas and stay null without data', () => {
  const script = startScript(1);
  for (const day of [92, 99, 106, 113]) script.say('c1', day, 600, script.words());
  const analysed = analyzeGroup(historyOf(script), AS_OF);
  expect(analysed.dimensions).toEqual({
    regular: 100,
    interactive: 0,
    warm: null,
    substantive: null,
    solving: null,
    satisfying: null,
  });
  const need = script.say('p1', 110, 600, '请问居住证怎么办', { label: 'question' });
  script.say('c1', 110, 610, '带身份证来窗口', { replyToId: need.id });
  script.say('p1', 110, 700, '谢谢，办好了');
  script.say('p2', 111, 600, '请问疫苗在哪打', { label: 'question' });
  const { dimensions, overall } = analyzeGroup(historyOf(script), AS_OF);
  expect(dimensions.solving).toBe(50);
  expect(dimensions.interactive).toBeCloseTo((100 * (0.4 * 0.5 + 0.3 * 0)) / 0.7);
  expect(overall).toBeCloseTo((100 * 50 * (dimensions.interactive ?? 0)) ** (1 / 3));
});
