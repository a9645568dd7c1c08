import { expect, test } from 'vitest';
import { isOpenAt } from '../../../src/ticket/open-at.ts';
import { waitedUntil } from '../../../src/ticket/parked.ts';
import { type Act, tenOn, ticketLog } from '../../support/tickets.ts';

const waited = (acts: Act[], day: number) =>
  waitedUntil(ticketLog('t1', 1, acts).events, tenOn(day).getTime());

test('waits add up as the clock ran, the one still running up to the moment asked', () => {
  const acts: Act[] = [
    ['wait', 'c1', 10],
    ['resume', 'c1', 20],
    ['wait', 'c1', 30],
  ];
  expect(waited(acts, 40).waits).toBe(2);
  expect(waited(acts, 40).days).toBeCloseTo(20, 1);
  expect(waited(acts, 25)).toMatchObject({ waits: 1 });
  expect(waited(acts, 25).days).toBeCloseTo(10, 1);
  expect(waited(acts, 5)).toEqual({ waits: 0, days: 0 });
});

test('handing it on does not end the waiting, closing does', () => {
  const acts: Act[] = [
    ['wait', 'c1', 10],
    ['transfer', 'c1', 12],
    ['close', 'c2', 15],
  ];
  expect(waited(acts, 60).days).toBeCloseTo(5, 1);
});

test('a ticket is open from its opening until it is closed, confirmed or taken back, and again when given back', () => {
  const log = ticketLog('t1', 5, [
    ['close', 'c1', 10],
    ['ask', null, 11],
    ['reopen', 'p1', 12],
    ['withdraw', 'p1', 20],
  ]);
  expect([4, 6, 11, 13, 21].map(day => isOpenAt(log, tenOn(day).getTime()))).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});
