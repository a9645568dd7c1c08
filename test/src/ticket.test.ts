import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../../src/errors.ts';
import { dueAtFor } from '../../src/limits.ts';
import {
  apply,
  openedTicket,
  replay,
  TICKET_ACTS,
  type Ticket,
  type TicketEvent,
  type TicketOpening,
} from '../../src/ticket.ts';

const OPENED = new Date('2026-11-24T10:00:00+08:00');
const opening: TicketOpening = {
  id: 't1',
  number: 12,
  kind: 'request',
  groupId: 'g1',
  requesterId: 'p1',
  topic: '楼道灯',
  messageId: 'm1',
  assigneeId: 'p2',
  openedAt: OPENED,
  dueAt: dueAtFor(OPENED),
};
const acts = fc.constantFrom(...TICKET_ACTS.filter(act => act !== 'open'));

/** Applies acts one by one; those that do not fit are refused and leave the ticket as it was. */
function run(list: readonly TicketEvent['act'][]): { ticket: Ticket; log: TicketEvent[] } {
  let ticket = openedTicket(opening);
  const log: TicketEvent[] = [];
  for (const [index, act] of list.entries()) {
    const event: TicketEvent = {
      ticketId: 't1',
      seq: ticket.lastSeq + 1,
      at: new Date(OPENED.getTime() + index * 60_000),
      byId: 'p1',
      act,
      data: act === 'rate' ? { stars: 4 } : {},
    };
    try {
      ticket = apply(ticket, event);
      log.push(event);
    } catch (error) {
      if (!isFailure(error, 'refusal')) throw error;
    }
  }
  return { ticket, log };
}

describe('a ticket', () => {
  it('is what its log says, after any sequence of acts', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), list => {
        const { ticket, log } = run(list);
        expect(replay(opening, log)).toEqual(ticket);
        expect(ticket.lastSeq).toBe(log.length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never confirmed without a moment of confirming, nor open with a moment of closing', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), list => {
        const { ticket } = run(list);
        expect(ticket.state === 'confirmed').toBe(ticket.confirmedAt !== null);
        if (ticket.state === 'open' || ticket.state === 'accepted') expect(ticket.closedAt).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses with one sentence that names it', () => {
    const { ticket } = run(['withdraw']);
    const event: TicketEvent = { ticketId: 't1', seq: 3, at: OPENED, byId: 'p2', act: 'close', data: {} };
    expect(() => apply(ticket, event)).toThrow('第12件已经撤回，这一步现在做不了。');
  });

  it('has its limit a working day after the member’s message', () => {
    expect(dueAtFor(OPENED).toISOString()).toBe('2026-11-25T02:00:00.000Z');
    expect(dueAtFor(new Date('2026-09-30T16:00:00+08:00')).toISOString()).toBe('2026-10-08T08:00:00.000Z');
  });
});
