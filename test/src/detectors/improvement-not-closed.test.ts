import { expect, test } from 'vitest';
import { improvementNotClosed } from '../../../src/detectors/improvement-not-closed.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { type Act, tenOn, ticketLog } from '../../support/tickets.ts';

const task = (acts: Act[], dueDay = 105, topic = '把没人应的问题都回到本人手里') =>
  ticketLog('i1', 98, acts, { kind: 'improvement', topic, dueAt: tenOn(dueDay) });
const found = (acts: Act[], dueDay?: number) =>
  detectIn(improvementNotClosed, startScript(1), { improvements: [task(acts, dueDay)] });

test('a task two weeks past its limit is found, though somebody took it on', () => {
  expect(found([['accept', 'c1', 99]])).toEqual({
    severity: 'warn',
    evidence: { late: 1, daysOver: 14, topic: '把没人应的问题都回到本…', taskIds: ['i1'] },
    prescription:
      '改进“把没人应的问题都回到本…”过期14天。周一（31日）前办完回一句，办不完的说明缺什么、延到哪天。',
  });
});

test('one closed late, taken back or within its moved limit is not', () => {
  expect(found([['close', 'c1', 115]])).toBeNull();
  expect(found([['withdraw', 'c1', 100]])).toBeNull();
  expect(found([['extend', 'c1', 104, { dueAt: tenOn(121).toISOString() }]])).toBeNull();
  expect(found([], 120)).toBeNull();
});

test('waiting does not stop its limit; given back, it is open again', () => {
  expect(found([['wait', 'c1', 100, { text: '等材料' }]])).toMatchObject({ evidence: { daysOver: 14 } });
  expect(
    found([
      ['close', 'c1', 104],
      ['reopen', 'l1', 106, { dueAt: tenOn(110).toISOString() }],
    ]),
  ).toMatchObject({ evidence: { daysOver: 9 } });
});

test('of several the oldest is named; an empty topic is said so; without a task there is nothing', () => {
  const improvements = [
    task([], 110),
    ticketLog('i2', 90, [], { kind: 'improvement', topic: '', dueAt: tenOn(99) }),
  ];
  expect(detectIn(improvementNotClosed, startScript(1), { improvements })).toMatchObject({
    evidence: { late: 2, daysOver: 20, taskIds: ['i2', 'i1'] },
    prescription: '改进“未写事由”过期20天，另有1件。周一（31日）前办完回一句，办不完的说明缺什么、延到哪天。',
  });
  expect(detectIn(improvementNotClosed, startScript(1))).toBeNull();
});
