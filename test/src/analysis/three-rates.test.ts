import { expect, test } from 'vitest';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { measureThreeRates } from '../../../src/analysis/measures/m13-three-rates.ts';
import { DEFAULT_PRESET, THREE_RATES_PRESETS } from '../../../src/analysis/three-rates-presets.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import { dueAtFor } from '../../../src/limits.ts';
import type { TicketEvent } from '../../../src/ticket.ts';
import { addDays, HOUR_MS, startOfDay } from '../../../src/time.ts';
import { AS_OF, FIRST_DAY, historyOf, startScript } from '../../support/communities.ts';

const OPENED_AT = startOfDay(addDays(FIRST_DAY, 100));

type Acts = [TicketEvent['act'], string | null, number?][];
function ticketOf(id: string, acts: Acts): GroupHistory['tickets'][number] {
  const who = { groupId: 'g1', requesterId: 'p1', assigneeId: null, messageId: null };
  const when = { openedAt: OPENED_AT, dueAt: dueAtFor(OPENED_AT) };
  return {
    opening: { id, number: 1, kind: 'request', topic: '', ...who, ...when },
    events: acts.map(([act, byId, stars], at) => ({
      ticketId: id,
      seq: at + 2,
      at: new Date(OPENED_AT.getTime() + (at + 1) * HOUR_MS),
      byId,
      act,
      data: stars === undefined ? {} : { stars },
    })),
  };
}

const windowOf = (...logs: Acts[]) => {
  const tickets = logs.map((acts, at) => ticketOf(`t${at}`, acts));
  const history = historyOf(startScript(1), { tickets });
  return windowEnding(timelineOf(history, AS_OF), dayNumberOf(addDays(FIRST_DAY, 119)));
};

const RATED_BAD: Acts = [
  ['close', 'c1'],
  ['rate', 'p1', 1],
];
const SOLVED: Acts = [
  ['close', 'c1'],
  ['confirm', 'p1'],
  ['rate', 'p1', 3],
];

test('a rating set aside by an appeal counts no more, and one given anew does', () => {
  expect(measureThreeRates(windowOf(SOLVED, RATED_BAD))).toMatchObject({ visited: 2, satisfied: 0.45 });
  const setAside: Acts = [...RATED_BAD, ['set-aside', null]];
  expect(measureThreeRates(windowOf(SOLVED, setAside))).toMatchObject({
    closed: 2,
    visited: 1,
    followUpShare: 0.5,
    satisfied: 0.9,
  });
  const anew: Acts = [...setAside, ['reopen', 'p1'], ['close', 'c1'], ['rate', 'p1', 5]];
  expect(measureThreeRates(windowOf(anew)).satisfied).toBe(1);
});

test('a preset weighs the total and 基本满意; the rates and the follow-up share stand beside it', () => {
  const window = windowOf(SOLVED, RATED_BAD, [['close', 'c1']]);
  const plain = measureThreeRates(window);
  expect(plain).toEqual(measureThreeRates(window, DEFAULT_PRESET));
  expect(plain.total).toBeCloseTo(100 * (0.1 * 1 + 0.5 * 0.5 + 0.4 * 0.45));
  const own = {
    ...DEFAULT_PRESET,
    id: 'own',
    weights: { responded: 0.2, solved: 0.4, satisfied: 0.4 },
    basicSatisfaction: 0.6,
  };
  expect(measureThreeRates(window, own).total).toBeCloseTo(100 * (0.2 * 1 + 0.4 * 0.5 + 0.4 * 0.3));
  for (const preset of THREE_RATES_PRESETS)
    expect(measureThreeRates(window, preset)).toMatchObject({
      responded: 1,
      solved: 0.5,
      followUpShare: 2 / 3,
    });
});

test('every preset has a name of its own, says where it comes from, and weighs to one', () => {
  expect(new Set(THREE_RATES_PRESETS.map(preset => preset.id)).size).toBe(THREE_RATES_PRESETS.length);
  for (const { weights, source, basicSatisfaction } of THREE_RATES_PRESETS) {
    expect(weights.responded + weights.solved + weights.satisfied).toBeCloseTo(1);
    expect(source).not.toBe('');
    expect(basicSatisfaction).toBeGreaterThan(0);
  }
});
