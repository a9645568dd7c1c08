import { describe, expect, test } from 'vitest';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { type Measured, measureWindow } from '../../../src/analysis/measure.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import type { TicketEvent, TicketLog } from '../../../src/ticket.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import {
  AS_OF,
  ask,
  FIRST_DAY,
  historyOf,
  LAST_DAY,
  type Script,
  startScript,
} from '../../support/communities.ts';
import { type ActOf, ticketLog } from '../../support/ticket-logs.ts';

function measure(script: Script, more: Partial<GroupHistory> = {}): Measured {
  const lastDay = dayNumberOf(addDays(FIRST_DAY, LAST_DAY));
  return measureWindow(windowEnding(timelineOf(historyOf(script, more), AS_OF), lastDay));
}
/** A moment of a day of the script, by the Shanghai clock. */
const at = (day: number, hour = 10, minute = 0) =>
  new Date(startOfDay(addDays(FIRST_DAY, day)).getTime() + (hour * 60 + minute) * 60_000);
const link = (personId: string, from: Date, cadreId = 'c1') => ({ cadreId, personId, from, to: null });

describe('M9 relay', () => {
  const volunteers = {
    members: ['p61', 'p62'].map(id => ({
      personId: id,
      role: 'volunteer' as const,
      joinedAt: null,
      leftAt: null,
    })),
  };
  const answeredBy = (...who: string[]) => {
    const script = startScript(1);
    for (const [index, by] of who.entries()) ask(script, 92 + 4 * index, by);
    return script;
  };

  test('four of five needs answered first by volunteers, and a cadre who speaks with nobody, is a relay', () => {
    const script = answeredBy('p61', 'p62', 'p61', 'p61', 'p50');
    expect(measure(script, volunteers).relay).toEqual({
      answered: 5,
      byVolunteer: 4,
      volunteers: 2,
      share: 0.8,
      exchanged: 0,
      isRelay: true,
    });
  });

  test('the same with a cadre who exchanged words with one member is not', () => {
    const script = answeredBy('p61', 'p62', 'p61', 'p61', 'c1');
    expect(measure(script, volunteers).relay).toMatchObject({ share: 0.8, isRelay: false });
    expect(measure(script, volunteers).relay.exchanged).toBeGreaterThan(0);
  });

  test('whoever answers second relays nothing, and four answered needs say nothing', () => {
    const script = startScript(1);
    const need = ask(script, 95, 'p50');
    script.say('p61', 95, 640, '我也说一句：带上证件就可以', { replyToId: need.id });
    expect(measure(script, volunteers).relay).toMatchObject({ answered: 1, byVolunteer: 0, share: null });
    const four = measure(answeredBy('p61', 'p61', 'p61', 'p61'), volunteers).relay;
    expect(four).toMatchObject({ answered: 4, byVolunteer: 4, share: null, isRelay: false });
    expect(measure(startScript(1)).relay).toMatchObject({ answered: 0, share: null, isRelay: false });
  });
});

describe('M10 backbone', () => {
  const people = (backbone: number, others: number) => ({
    members: Array.from({ length: backbone + others }, (_, index) => ({
      personId: `p${index + 1}`,
      role: index < backbone ? ('backbone' as const) : ('member' as const),
      joinedAt: null,
      leftAt: null,
    })),
  });
  /** Asks and is answered: one word each way. */
  const talk = (script: Script, personId: string, day: number) => {
    const need = script.say(personId, day, 600, `请问${script.words()}怎么办`, { label: 'question' });
    script.say('c1', day, 610, `这样办：${script.words()}`, { replyToId: need.id });
  };

  test('twelve words of fourteen with one backbone of ten is backbone only', () => {
    const script = startScript(1);
    for (let day = 92; day < 98; day++) talk(script, 'p1', day);
    talk(script, 'p5', 99);
    expect(measure(script, people(1, 9)).backbone).toEqual({
      exchanges: 14,
      withBackbone: 12,
      withUnknown: 0,
      share: 12 / 14,
      shareOfMembers: 0.1,
      isBackboneOnly: true,
    });
  });

  test('where every third member is backbone the same talk is not, nor are nine words', () => {
    const script = startScript(1);
    for (let day = 92; day < 98; day++) talk(script, 'p1', day);
    talk(script, 'p5', 99);
    expect(measure(script, people(3, 6)).backbone).toMatchObject({
      shareOfMembers: 1 / 3,
      isBackboneOnly: false,
    });
    const few = startScript(1);
    for (let day = 92; day < 96; day++) talk(few, 'p1', day);
    expect(measure(few, people(1, 9)).backbone).toMatchObject({
      exchanges: 8,
      share: 1,
      isBackboneOnly: false,
    });
  });

  test('an unknown role stays unknown: it is neither backbone nor one of the members', () => {
    const script = startScript(1);
    talk(script, 'p99', 95);
    const { backbone } = measure(script, people(1, 9));
    expect(backbone).toMatchObject({ exchanges: 0, withUnknown: 2, share: null, isBackboneOnly: false });
  });

  test('words one way only are no exchange', () => {
    const script = startScript(1);
    for (let day = 92; day < 104; day++) script.say('c1', day, 600, script.words(), { mentions: ['p1'] });
    expect(measure(script, people(1, 9)).backbone).toMatchObject({ exchanges: 0, share: null });
  });
});

describe('M15 newcomers', () => {
  const joined = (personId: string, when: Date, role: 'member' | 'cadre' | 'bot' = 'member') => ({
    personId,
    role,
    joinedAt: when,
    leftAt: null,
  });
  const greeted = (script: Script, ...members: ReturnType<typeof joined>[]) =>
    measure(script, { members }).newcomers.greeted;

  test('a greeting to all within the hour greets, one later, one’s own or the bot’s does not', () => {
    const hello = (by: string, minute: number) => {
      const script = startScript(1);
      script.say(by, 100, minute, '大家好，欢迎新邻居');
      return greeted(script, joined('p1', at(100, 10)));
    };
    expect([hello('p2', 600), hello('p2', 660), hello('c1', 630)]).toEqual([1, 1, 1]);
    expect([hello('p2', 599), hello('p2', 661), hello('p1', 610), hello('b1', 601)]).toEqual([0, 0, 0, 0]);
  });

  test('being addressed by name greets as well, whatever was said', () => {
    const script = startScript(1);
    script.say('p2', 100, 620, '有事可以找我', { mentions: ['p1'] });
    expect(greeted(script, joined('p1', at(100, 10)), joined('p3', at(100, 10)))).toBe(1);
  });

  test('a cadre or a bot that is added is no newcomer, nor is who joined before the window', () => {
    const members = [
      joined('p1', at(100)),
      joined('c2', at(100), 'cadre'),
      joined('b1', at(100), 'bot'),
      joined('p2', at(80)),
    ];
    expect(measure(startScript(1), { members }).newcomers.joined).toBe(1);
  });
});

describe('M16 divergence', () => {
  const DAYS_AGO = LAST_DAY - 60;
  /** Needs past their limit: so many confirmed, so many not, in the window two months ago and in the last. */
  const served = (before: [number, number], now: [number, number]) => {
    const script = startScript(1);
    const needs = (day: number, [yes, no]: [number, number]) => {
      for (let index = 0; index < yes + no; index++) {
        const need = script.say('p1', day + index, 600, `请问${script.words()}怎么办`, { label: 'question' });
        script.say('c1', day + index, 610, `这样办：${script.words()}`, { replyToId: need.id });
        if (index < yes) script.say('p1', day + index, 700, '谢谢，已经解决了');
      }
    };
    needs(DAYS_AGO - 25, before);
    needs(LAST_DAY - 25, now);
    return script;
  };
  const more = (linkedBefore: number, linkedNow: number): Partial<GroupHistory> => ({
    links: Array.from({ length: linkedNow }, (_, index) =>
      link(`p${index + 1}`, index < linkedBefore ? at(0) : at(100)),
    ),
  });

  test('twenty more linked and the solved share down from four of five to two of five is divergence', () => {
    const { divergence } = measure(served([4, 1], [2, 3]), more(10, 30));
    expect(divergence).toEqual({
      coverage: 0.3,
      coverageBefore: 0.1,
      quality: 40,
      qualityBefore: 80,
      isDiverging: true,
    });
  });

  test('fewer than ten points are none, nor is a fall without growth', () => {
    expect(measure(served([4, 1], [4, 1]), more(10, 30)).divergence).toMatchObject({
      quality: 80,
      isDiverging: false,
    });
    expect(measure(served([4, 1], [2, 3]), more(30, 30)).divergence.isDiverging).toBe(false);
  });

  test('a past that was not observed is unknown, not bad', () => {
    const observations = [{ from: at(85), to: AS_OF }];
    expect(measure(served([4, 1], [2, 3]), { ...more(10, 30), observations }).divergence).toMatchObject({
      quality: 40,
      qualityBefore: null,
      isDiverging: false,
    });
    expect(measure(startScript(1)).divergence).toMatchObject({
      coverage: null,
      quality: null,
      isDiverging: false,
    });
  });
});

describe('M17 straight-up words', () => {
  /** 2026-08-24, a Monday, at ten. */
  const MONDAY = 115;
  const sent = (number: number, acts: readonly ActOf[], day = MONDAY): TicketLog => {
    const log = ticketLog({ number, openedAt: at(day, 10) }, [['escalate', 'p1', 0], ...acts]);
    const [first, ...rest] = log.events;
    const straight = (event: TicketEvent): TicketEvent => ({
      ...event,
      data: { reason: 'straight-up', toId: 'l1' },
    });
    return { ...log, events: first ? [straight(first), ...rest] : [] };
  };

  test('is in time within 24 working hours, late after them, and open while they run', () => {
    expect(addDays(FIRST_DAY, MONDAY)).toBe('2026-08-24');
    const tickets = [
      // Two hours on the same morning; the member told an hour of work later.
      sent(1, [
        ['acknowledge', 'l1', 2],
        ['ask', null, 5],
      ]),
      // Never, but its time still runs on Friday evening: four and a half days at 6.5 hours are 29.
      sent(2, []),
      sent(3, [], LAST_DAY - 1),
    ];
    expect(measure(startScript(1), { tickets }).straightUp).toEqual({
      sent: 3,
      acknowledged: 1,
      inTime: 1,
      late: 1,
      inTimeShare: 0.5,
      told: 1,
      medianAckHours: 2,
      medianToldHours: 3.5,
    });
  });

  test('none sent is nothing known of how soon', () => {
    expect(measure(startScript(1)).straightUp).toEqual({
      sent: 0,
      acknowledged: 0,
      inTime: 0,
      late: 0,
      inTimeShare: null,
      told: 0,
      medianAckHours: null,
      medianToldHours: null,
    });
    expect(measure(startScript(1), { tickets: [sent(1, [], 80)] }).straightUp.sent).toBe(0);
  });
});

describe('M18 catalogue', () => {
  const of = (tickets: TicketLog[], lines = ['repair', 'law']) =>
    measure(startScript(1), { tickets, catalogue: { lines } }).catalogue;
  // Opened on a Monday at ten: due on Tuesday at ten of the clock of work.
  const opened = (number: number, acts: readonly ActOf[], line = 'repair') =>
    ticketLog({ number, openedAt: at(115, 10), line, dueAt: at(116, 10) }, acts);

  test('counts what was closed by its limit, asked about and not given back, of the listed lines only', () => {
    expect(
      of([
        opened(1, [
          ['close', 'c1', 24],
          ['ask', null, 24],
        ]),
        opened(2, [
          ['close', 'c1', 25],
          ['ask', null, 25],
        ]),
        opened(3, [
          ['close', 'c1', 3],
          ['reopen', 'p1', 5],
        ]),
        opened(4, []),
        // On the closer's own word: nobody asked the member.
        opened(5, [['close', 'c1', 3]]),
        opened(
          6,
          [
            ['close', 'c1', 3],
            ['ask', null, 3],
          ],
          'health',
        ),
      ]),
    ).toEqual({ listed: 2, due: 5, onTime: 1, share: 0.2, neverUsed: 1 });
  });

  test('what the member took back is not due, and a limit moved is the limit', () => {
    const moved = opened(2, [
      ['extend', 'c1', 1],
      ['close', 'c1', 40],
      ['ask', null, 40],
    ]);
    const [extend, ...rest] = moved.events;
    const events = extend ? [{ ...extend, data: { dueAt: at(117, 12).toISOString() } }, ...rest] : [];
    expect(of([opened(1, [['withdraw', 'p1', 2]]), { ...moved, events }])).toMatchObject({
      due: 1,
      onTime: 1,
      share: 1,
    });
  });

  test('no catalogue is null, an empty window of a catalogue is no share', () => {
    expect(measure(startScript(1)).catalogue).toEqual({
      listed: null,
      due: 0,
      onTime: 0,
      share: null,
      neverUsed: null,
    });
    expect(of([], ['repair', 'repair', 'law'])).toEqual({
      listed: 2,
      due: 0,
      onTime: 0,
      share: null,
      neverUsed: 2,
    });
  });
});

describe('M19 questions and the bot', () => {
  test('counts what the bot answered, what a person had to answer after it, and the verdicts of the window', () => {
    const script = startScript(1);
    const answer = (by: string, need: { id: string }, day: number, minute: number) =>
      script.say(by, day, minute, '请带身份证到窗口办理', { replyToId: need.id });
    for (const day of [95, 96, 97, 98]) {
      const need = script.say('p1', day, 600, `请问${script.words()}怎么办`, { label: 'question' });
      if (day < 98) answer('b1', need, day, 601);
      if (day === 96) answer('c1', need, day, 700);
    }
    script.say('p2', 99, 600, '三楼楼道灯不亮，请来修', { label: 'request' });
    const faq = {
      answers: [
        { at: at(95), verdict: 'useful' as const },
        { at: at(96), verdict: 'useless' as const },
        { at: at(97), verdict: null },
        { at: at(80), verdict: 'useless' as const },
      ],
      clusters: [
        { since: at(100), until: null },
        { since: at(114), until: null },
        { since: at(90), until: at(100) },
      ],
    };
    expect(measure(script, { faq }).faq).toEqual({
      questions: 4,
      botAnswered: 3,
      answerRate: 0.75,
      useful: 1,
      useless: 1,
      usefulRate: 0.5,
      handedOff: 1,
      handOffRate: 1 / 3,
      staleClusters: 1,
    });
  });

  test('where no bot speaks nothing is said of it', () => {
    const script = startScript(1);
    ask(script, 100, 'c1');
    const roles = new Map([['c1', 'cadre-full-time' as const]]);
    expect(measure(script, { roles }).faq).toEqual({
      questions: 1,
      botAnswered: null,
      answerRate: null,
      useful: null,
      useless: null,
      usefulRate: null,
      handedOff: null,
      handOffRate: null,
      staleClusters: null,
    });
  });
});

describe('M20 burden', () => {
  const sent = (...when: Date[]) => when.map(moment => ({ cadreId: 'c1', at: moment }));
  const of = (burden: GroupHistory['burden'], cadreIds = ['c1', 'c2']) =>
    measure(startScript(1), { burden, cadreIds }).burden;

  test('counts the last seven days, per cadre, and what came at night', () => {
    expect(
      of(sent(at(112, 23, 59), at(113, 0, 1), at(115), at(116, 21, 29), at(117, 21, 30), at(118, 7, 59))),
    ).toEqual({
      cadres: 2,
      sent: 5,
      perCadre: 2.5,
      mostToOne: 5,
      atNight: 3,
      isOverloaded: false,
    });
  });

  test('fifteen to one cadre are the most, sixteen are too many', () => {
    const times = (count: number) =>
      sent(...Array.from({ length: count }, (_, minute) => at(115, 10, minute)));
    expect(of(times(15)).isOverloaded).toBe(false);
    expect(of(times(16))).toMatchObject({ mostToOne: 16, perCadre: 8, isOverloaded: true });
  });

  test('nothing sent is zero, not known is null', () => {
    expect(of([])).toEqual({
      cadres: 2,
      sent: 0,
      perCadre: 0,
      mostToOne: 0,
      atNight: 0,
      isOverloaded: false,
    });
    expect(of([], [])).toMatchObject({ cadres: 0, perCadre: null });
    expect(of(null)).toEqual({
      cadres: null,
      sent: null,
      perCadre: null,
      mostToOne: null,
      atNight: null,
      isOverloaded: false,
    });
  });
});

test('M2: two visits to one person on one day are one by the Shanghai day, whatever day it is in London', () => {
  const visit = (hour: number, day = 100) => ({
    cadreId: 'c1',
    personId: 'p1',
    at: at(day, hour),
    way: 'visit' as const,
    acknowledged: true,
  });
  expect(measure(startScript(1), { contacts: [visit(7), visit(9)] }).help.visits).toBe(1);
  expect(measure(startScript(1), { contacts: [visit(23), visit(1, 101)] }).help.visits).toBe(2);
});
