import { expect, test } from 'vitest';
import { dayNumberOf } from '../../../src/analysis/day-number.ts';
import { monthEndsOf } from '../../../src/analysis/month-ends.ts';
import { timelineOf } from '../../../src/analysis/timeline.ts';
import { windowEnding } from '../../../src/analysis/window.ts';
import { addDays, daysBetween, startOfDay } from '../../../src/time.ts';
import { FIRST_DAY, historyOf, startScript } from '../../support/communities.ts';
import { ticketLog } from '../../support/tickets.ts';

const on = (day: string) => daysBetween(FIRST_DAY, day);

/** What the last two months look like on a day, from posts and closings of the cadre on these days. */
function look(day: string, posts: string[], closings: string[] = [], from = FIRST_DAY) {
  const script = startScript(1);
  for (const at of posts) script.say('c1', on(at), 600 + script.messages.length, script.words());
  const asOf = startOfDay(addDays(day, 1));
  const history = historyOf(script, {
    observations: [{ from: startOfDay(from), to: asOf }],
    tickets: closings.map((at, index) => ticketLog(`t${index}`, on(at) - 1, [['close', 'c1', on(at)]])),
  });
  return monthEndsOf(windowEnding(timelineOf(history, asOf), dayNumberOf(day)));
}

test('September ends before the holiday, October on a Saturday: the last three working days and what lies after them', () => {
  expect(
    look(
      '2026-11-20',
      ['2026-09-25', '2026-09-28', '2026-09-30', '2026-10-28', '2026-10-31', '2026-10-12'],
      ['2026-09-29', '2026-10-30'],
    ),
  ).toEqual([
    { month: 10, acts: 4, atEnd: 3 },
    { month: 9, acts: 4, atEnd: 3 },
  ]);
});

test('a month counts as whole on its last day, and months go over the year', () => {
  expect(look('2026-10-31', [])?.map(({ month }) => month)).toEqual([10, 9]);
  expect(look('2026-10-30', [])?.map(({ month }) => month)).toEqual([9, 8]);
  expect(look('2027-01-15', [])?.map(({ month }) => month)).toEqual([12, 11]);
});

test('a month of which less than seven tenths were seen makes it unknown', () => {
  expect(look('2026-11-20', [], [], '2026-09-20')).toBeNull();
  expect(look('2026-11-20', [], [], '2026-09-05')).not.toBeNull();
});
