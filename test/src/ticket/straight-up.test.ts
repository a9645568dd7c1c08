import { describe, expect, it } from 'vitest';
import { straightUpsOf } from '../../../src/ticket/straight-up.ts';
import type { TicketAct, TicketEvent, TicketEventData } from '../../../src/ticket.ts';
import { HOUR_MS } from '../../../src/time.ts';

/** November 2026: the 24th is a Tuesday; a working day has six and a half hours. */
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const UP = { reason: 'straight-up' as const, toId: 'p-zhao' };

function logOf(
  ...said: [text: string, act: TicketAct, byId: string | null, data?: TicketEventData][]
): TicketEvent[] {
  return said.map(([text, act, byId, data = {}], index) => ({
    ticketId: 't',
    seq: index + 1,
    at: at(text),
    byId,
    act,
    data,
  }));
}

describe('M17', () => {
  it('reckons from sending to the leader and back, as the clock ran and in working time', () => {
    const log = logOf(
      ['24T10:00', 'open', 'p-li'],
      ['24T16:00', 'escalate', 'p-li', UP],
      ['25T10:00', 'acknowledge', 'p-zhao'],
      ['26T11:00', 'close', 'p-zhao', { text: '办了' }],
      ['26T11:00', 'ask', null],
    );
    expect(straightUpsOf(log, at('30T09:00'))).toEqual([
      {
        sentAt: at('24T16:00'),
        leaderId: 'p-zhao',
        acknowledged: { rawMs: 18 * HOUR_MS, workingMs: 2 * HOUR_MS },
        told: { rawMs: 43 * HOUR_MS, workingMs: 9.5 * HOUR_MS },
        isInTime: true,
      },
    ]);
  });

  it('is neither in time nor late while the 24 working hours run', () => {
    const log = logOf(['24T10:00', 'escalate', 'p-li', UP]);
    expect(straightUpsOf(log, at('27T16:00'))[0]).toMatchObject({ acknowledged: null, isInTime: null });
    expect(straightUpsOf(log, at('30T16:00'))[0]).toMatchObject({ acknowledged: null, isInTime: false });
  });

  it('is late when the word of the leader comes after them', () => {
    const log = logOf(['24T10:00', 'escalate', 'p-li', UP], ['30T10:00', 'acknowledge', 'p-zhao']);
    expect(straightUpsOf(log, at('30T10:00'))[0]?.isInTime).toBe(false);
  });

  it('takes any act of that leader for their word, and none of a cadre', () => {
    const log = logOf(
      ['24T10:00', 'escalate', 'p-li', UP],
      ['24T11:00', 'accept', 'p-wang'],
      ['24T12:00', 'assign', 'p-zhao', { toId: 'p-sun' }],
    );
    expect(straightUpsOf(log, at('25T10:00'))[0]?.acknowledged?.rawMs).toBe(2 * HOUR_MS);
  });

  it('keeps two of them apart, and takes no other escalation for one', () => {
    const log = logOf(
      ['24T10:00', 'escalate', null, { reason: 'transfers', toId: 'p-zhao' }],
      ['24T11:00', 'escalate', 'p-li', UP],
      ['25T11:00', 'escalate', 'p-li', UP],
      ['25T11:30', 'acknowledge', 'p-zhao'],
    );
    expect(straightUpsOf(log, at('25T12:00')).map(each => each.acknowledged?.rawMs ?? null)).toEqual([
      null,
      HOUR_MS / 2,
    ]);
  });
});
