import { expect, test } from 'vitest';
import { viewGroup } from '../../../src/analysis/analyze-group.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { definedIds, definitionOf } from '../../../src/definitions/index.ts';
import { explainGroup } from '../../../src/explain/explain-group.ts';
import { rowKinds } from '../../../src/explain/index.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import {
  AS_OF,
  communityOf,
  FIRST_DAY,
  historyOf,
  LAST_DAY,
  startScript,
} from '../../support/communities.ts';
import { AGAIN } from '../../support/had-again.ts';
import { type ActOf, ticketLog } from '../../support/ticket-logs.ts';

const at = (day: number, hour = 10) =>
  new Date(startOfDay(addDays(FIRST_DAY, day)).getTime() + hour * 3_600_000);

/** A word sent straight up in the window. */
function straightUp(number: number, acts: readonly ActOf[]) {
  const log = ticketLog({ number, openedAt: at(100) }, [['escalate', 'p1', 0], ...acts]);
  const events = log.events.map(event =>
    event.act === 'escalate' ? { ...event, data: { reason: 'straight-up' as const, toId: 'l1' } } : event,
  );
  return { ...log, events };
}

/** A served group with everything that any measure reads. */
function fullHistory(seed: number): GroupHistory {
  const history = communityOf('healthy', seed);
  const needs = history.days.flatMap(day => day.needs);
  const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
  const role = (personId: string) =>
    personId === 'p1' || personId === 'p2' ? ('backbone' as const) : ('member' as const);
  const more = {
    roles: new Map([
      ...history.roles,
      ...ids.slice(0, 2).map(id => [id, 'backbone'] as const),
      ['p3', 'volunteer'],
    ]),
    members: ids.map((personId, index) => ({
      personId,
      role: role(personId),
      joinedAt: index < 5 ? at(91 + index) : null,
      leftAt: index === 2 ? at(100) : null,
    })),
    links: ids.map(personId => ({ cadreId: 'c1', personId, from: at(index(personId) * 10), to: null })),
    contacts: ids.slice(2, 5).map(personId => ({
      cadreId: 'c1',
      personId,
      at: at(95),
      way: 'visit' as const,
      acknowledged: personId !== 'p4',
    })),
    tickets: [
      ...needs.slice(-6).map((need, number) =>
        ticketLog(
          {
            number: number + 1,
            requesterId: need.byId,
            messageId: number % 2 ? need.messageId : null,
            openedAt: new Date(need.at),
            line: number % 2 ? 'repair' : 'health',
          },
          [
            ['accept', 'c1', 1],
            ['close', 'c1', 5],
            ...(number % 3 === 0 ? [] : [['ask', null, 6] as const]),
            ...(number === 1 ? [['confirm', need.byId, 7] as const] : []),
            ...(number === 2 ? [['reopen', need.byId, 8] as const] : []),
            ...(number === 3 ? [['rate', need.byId, 8, 3] as const] : []),
            ...(number === 4 ? [['rate', need.byId, 9, 1] as const] : []),
          ],
        ),
      ),
      straightUp(90, [['acknowledge', 'l1', 2]]),
      straightUp(91, []),
    ],
    catalogue: { lines: ['repair', 'law'] },
    faq: {
      answers: [
        { at: at(100), verdict: 'useful' as const },
        { at: at(101), verdict: 'useless' as const },
        { at: at(101), verdict: null },
      ],
      clusters: [{ since: at(90), until: null }],
    },
    burden: [at(115), at(116), at(117, 23)].map(when => ({ cadreId: 'c1', at: when })),
    survey: {
      asks: Array.from({ length: 30 }, (_, n) => ({
        cadreId: 'c1',
        day: addDays(FIRST_DAY, n % 2 ? 100 : 107),
      })),
      answers: Array.from({ length: 14 }, (_, n) => ({
        cadreId: 'c1',
        day: addDays(FIRST_DAY, n % 2 ? 100 : 107),
        knows: n < 9,
        helped: n < 12 ? n < 8 : null,
      })),
    },
  } satisfies Partial<GroupHistory>;
  return { ...history, ...more };
}
const index = (personId: string) => Number(personId.slice(1));

const HISTORIES = [
  ...[1, 2, 3].map(fullHistory),
  ...['cold', 'one-way', 'busy-no-help', 'bursty', 'cooling', 'unknown'].map(name => communityOf(name, 5)),
  historyOf(startScript(1)),
];

/** Floating sums in another order may differ in the last digit. */
const near = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? expect.closeTo(value, 9) : value,
    ]),
  );

test.each(Object.keys(AGAIN))('%s is had again from the rows that are printed', id => {
  const definition = definitionOf(id);
  if (!definition) throw new Error(`nothing explains ${id}`);
  let rowsSeen = 0;
  for (const history of HISTORIES) {
    const { value, rows } = explainGroup(history, AS_OF, definition);
    const isJudged = viewGroup(history, AS_OF).analysis.state !== 'unknown';
    rowsSeen += rows.length;
    const again = AGAIN[id]?.(rows) ?? {};
    if (isJudged || id.startsWith('M')) expect(value).toMatchObject(near(again));
  }
  expect(rowsSeen).toBeGreaterThan(0);
});

test('everything that is defined is explained, with its definition, window and version', () => {
  const history = fullHistory(1);
  for (const id of definedIds()) {
    const definition = definitionOf(id);
    if (!definition) throw new Error(id);
    const told = explainGroup(history, AS_OF, definition);
    expect(told).toMatchObject({ of: 'group', measure: id, metrics: '1', to: addDays(FIRST_DAY, LAST_DAY) });
    expect(told.definition.formula).not.toMatch(/\[[a-z]+\./i);
    expect(told.numbers ?? '').not.toMatch(/\{|\[/);
  }
  const asked = new Set(rowKinds.map(kind => kind.id));
  expect(Object.keys(AGAIN).filter(id => !asked.has(id))).toEqual([]);
});

test('nobody stands in a row: no id of a person, no name, and cadres by number', () => {
  for (const history of HISTORIES) {
    for (const id of definedIds()) {
      const definition = definitionOf(id);
      const { rows } = definition ? explainGroup(history, AS_OF, definition) : { rows: [] };
      for (const row of rows) {
        for (const is of Object.values(row)) expect(String(is)).not.toMatch(/^(c1|b1|p\d+)$/);
        if (row['cadre'] !== undefined) expect(row['cadre']).toMatch(/^cadre \d+$/);
      }
    }
  }
});

test('a finding is explained by its evidence and the rows it rests on, what lacked data is said to', () => {
  const cold = communityOf('cold', 1);
  const of = (id: string, history = cold) => {
    const definition = definitionOf(id);
    if (!definition) throw new Error(id);
    return explainGroup(history, AS_OF, definition);
  };
  const { value, rows } = of('cadre-silent');
  expect(value).toMatchObject({ verdict: 'found', severity: 'alarm' });
  expect(rows).toContainEqual({ kind: 'evidence', name: 'messages', is: value && expect.any(Number) });
  expect(rows.some(row => row['behind'] === 'M1')).toBe(true);
  expect(of('inspection-spike').value).toMatchObject({ verdict: 'not evaluated' });
  expect(of('one-way-broadcast').value).toMatchObject({ verdict: 'nothing found' });
  expect(of('cadre-silent', communityOf('unknown', 1)).value).toMatchObject({ verdict: 'not evaluated' });
});

test('a past week is explained as it was then', () => {
  const definition = definitionOf('M7');
  const then = startOfDay(addDays(FIRST_DAY, 80));
  const history = fullHistory(2);
  if (!definition) throw new Error('M7');
  const known = { ...history, days: history.days.filter(day => day.day < addDays(FIRST_DAY, 80)) };
  expect(explainGroup(history, then, definition)).toEqual(explainGroup(known, then, definition));
});
