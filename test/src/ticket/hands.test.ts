import { expect, it } from 'vitest';
import { handsOf } from '../../../src/ticket/hands.ts';
import type { TicketAct, TicketEvent } from '../../../src/ticket.ts';

const log = (...acts: [TicketAct, string | null][]): TicketEvent[] =>
  acts.map(([act, byId], at) => ({
    ticketId: 't',
    seq: at + 1,
    at: new Date(at * 1000),
    byId,
    act,
    data: {},
  }));

it.each([
  ['the first who was asked answers: one hand', log(['open', 'p'], ['answer', 'c1']), 1],
  [
    'handed on twice before anybody acts: three',
    log(['open', 'p'], ['transfer', 'c1'], ['transfer', 'c2'], ['close', 'c3']),
    3,
  ],
  [
    'what is handed on after the answer counts no more',
    log(['open', 'p'], ['answer', 'c1'], ['transfer', 'c1']),
    1,
  ],
  ['taking it on is not acting', log(['open', 'p'], ['accept', 'c1'], ['assign', null], ['close', 'c2']), 2],
  ['nobody has acted yet', log(['open', 'p'], ['accept', 'c1']), null],
])('%s', (_, events, hands) => expect(handsOf(events)).toBe(hands));

it('taken on by one and closed by another is two hands, though nobody wrote that it was handed on', () => {
  expect(handsOf(log(['open', 'p'], ['accept', 'c1'], ['close', 'c2']))).toBe(2);
  expect(
    handsOf(log(['open', 'p'], ['accept', 'c1'], ['transfer', 'c1'], ['accept', 'c2'], ['close', 'c3'])),
  ).toBe(3);
});

it('whom it was handed to and who then acts is one hand, and giving it to oneself is none', () => {
  const [open, accept, transfer, close] = log(
    ['open', 'p'],
    ['accept', 'c1'],
    ['transfer', 'c1'],
    ['close', 'c2'],
  );
  if (!open || !accept || !transfer || !close) throw new Error('the log is short');
  const to = (toId: string): TicketEvent => ({ ...transfer, data: { toId } });
  expect(handsOf([open, accept, to('c2'), close])).toBe(2);
  expect(handsOf([open, accept, to('c3'), close])).toBe(3);
  expect(handsOf([open, { ...to('c1'), act: 'assign' }, { ...close, byId: 'c1' }])).toBe(1);
});

it('a program that assigns is no hand, a leader who does is the first', () => {
  expect(handsOf(log(['open', 'p'], ['assign', null], ['close', 'c1']))).toBe(1);
  expect(handsOf(log(['open', 'p'], ['assign', 'l1'], ['close', 'c1']))).toBe(2);
});
