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
