import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { measureServiceTouches } from '../../../src/analysis/service-touches.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { AS_OF, FIRST_DAY, historyOf, LAST_DAY, startScript } from '../../support/communities.ts';
import { ticketOn } from '../../support/tickets.ts';

const on = (day: number) => startOfDay(addDays(FIRST_DAY, day));
const measure = (history: GroupHistory, lastDay = LAST_DAY) =>
  measureServiceTouches(windowEnding(timelineOf(history, AS_OF), dayNumberOf(addDays(FIRST_DAY, lastDay))));
const link = (personId: string, from = -100, cadreId = 'c1') => ({
  cadreId,
  personId,
  from: on(from),
  to: null,
});
const called = (personId: string, day: number) => ({
  cadreId: 'c1',
  personId,
  at: on(day),
  way: 'call' as const,
  acknowledged: false,
});

test('half a year is counted to the end of the window, and a person linked twice is one', () => {
  const history = historyOf(startScript(1), {
    links: [link('p1', -60), link('p1'), link('p2', -60), link('p3', -59)],
  });
  expect(measure(history)).toEqual({ linked: 2, untouched: 2 });
  expect(measure(history, 118)).toEqual({ linked: 1, untouched: 1 });
});

test('colleagues who are linked, and links of somebody who is no cadre of the group, are no linked members', () => {
  const roles = new Map([
    ['c1', 'cadre-full-time'],
    ['c2', 'cadre-full-time'],
    ['l1', 'leader'],
  ] as const);
  const history = historyOf(startScript(1), {
    roles,
    links: [link('c2'), link('l1'), link('p1', -100, 'c2'), link('p2')],
  });
  expect(measure(history)).toEqual({ linked: 1, untouched: 1 });
});

test('a ticket that was only closed, or reopened since, is no touch; a need that waits is none', () => {
  const script = startScript(1);
  script.say('p1', 100, 600, '请问居住证怎么办', { label: 'question' });
  const tickets = [
    ticketOn(100, [['close', 'c1']], { requesterId: 'p2' }),
    ticketOn(
      101,
      [
        ['confirm', 'p3'],
        ['reopen', 'p3'],
      ],
      { requesterId: 'p3' },
    ),
    ticketOn(
      102,
      [
        ['close', 'c1'],
        ['confirm', 'p4'],
      ],
      { requesterId: 'p4' },
    ),
  ];
  const links = ['p1', 'p2', 'p3', 'p4'].map(personId => link(personId));
  expect(measure(historyOf(script, { tickets, links }))).toEqual({ linked: 4, untouched: 3 });
});

test('a call of tomorrow is not known today', () => {
  const history = historyOf(startScript(1), { links: [link('p1')], contacts: [called('p1', 111)] });
  expect(measure(history)).toEqual({ linked: 1, untouched: 0 });
  expect(measure(history, 109)).toEqual({ linked: 1, untouched: 1 });
});

const somebody = fc.integer({ min: 1, max: 8 }).map(at => `p${at}`);
const someDay = fc.integer({ min: -90, max: 119 });
const someRows = fc.record({
  links: fc.array(fc.tuple(somebody, fc.integer({ min: -300, max: 100 })), { maxLength: 12 }),
  contacts: fc.array(fc.tuple(somebody, someDay), { maxLength: 8 }),
  tickets: fc.array(fc.tuple(somebody, fc.integer({ min: 0, max: 119 })), { maxLength: 5 }),
  needs: fc.array(fc.tuple(somebody, fc.integer({ min: 0, max: 119 })), { maxLength: 8 }),
});

function historyWith(rows: typeof someRows extends fc.Arbitrary<infer T> ? T : never): GroupHistory {
  const script = startScript(7);
  for (const [at, [personId, day]] of rows.needs.entries()) {
    const need = script.say(personId, day, 500 + 3 * at, `请问${script.words()}怎么办`, {
      label: 'question',
    });
    script.say('p40', day, 501 + 3 * at, script.words(), { replyToId: need.id });
  }
  return historyOf(script, {
    links: rows.links.map(([personId, from]) => link(personId, from)),
    contacts: rows.contacts.map(([personId, day]) => called(personId, day)),
    tickets: rows.tickets.map(([requesterId, day], at) =>
      ticketOn(
        day,
        [
          ['close', 'c1'],
          ['confirm', requesterId],
        ],
        { requesterId, id: `t${at}` },
      ),
    ),
  });
}

test('neither the order of rows nor what stands there twice changes who was served', () => {
  fc.assert(
    fc.property(someRows, fc.boolean(), (rows, isDoubled) => {
      const history = historyWith(rows);
      const turned = <T>(list: readonly T[]): T[] => [...list].reverse().concat(isDoubled ? list : []);
      const other = {
        ...history,
        links: turned(history.links),
        contacts: turned(history.contacts),
        tickets: turned(history.tickets),
        days: [...history.days].reverse().map(day => ({ ...day, replies: turned(day.replies) })),
      };
      expect(measure(other)).toEqual(measure(history));
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('one more visit never leaves more members without service, one more link never leaves fewer', () => {
  fc.assert(
    fc.property(someRows, somebody, someDay, (rows, personId, day) => {
      const history = historyWith(rows);
      const { linked, untouched } = measure(history);
      const visited = { ...history, contacts: [...history.contacts, called(personId, day)] };
      expect(measure(visited).linked).toBe(linked);
      expect(measure(visited).untouched).toBeLessThanOrEqual(untouched);
      const newcomer = { ...history, links: [...history.links, link('p50')] };
      expect(measure(newcomer)).toEqual({ linked: linked + 1, untouched: untouched + 1 });
    }),
    { numRuns: 60, seed: 6 },
  );
});
