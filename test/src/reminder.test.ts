import { describe, expect, it } from 'vitest';
import { dueAtFor } from '../../src/limits.ts';
import { isForLeader, reminderStep } from '../../src/reminder.ts';
import { openedTicket } from '../../src/ticket.ts';

const openedAt = new Date('2026-11-24T10:00:00+08:00');
const ticket = openedTicket({
  id: 't',
  number: 1,
  kind: 'request',
  groupId: 'g',
  requesterId: 'p',
  topic: '灯',
  messageId: null,
  assigneeId: 'c',
  openedAt,
  dueAt: dueAtFor(openedAt),
});
const at = (text: string) => new Date(`${text}+08:00`);

describe('a reminder', () => {
  it.each([
    ['2026-11-24T15:00:00', null],
    ['2026-11-24T16:59:00', 'late'],
    ['2026-11-25T10:00:00', 'limit'],
    ['2026-11-26T10:00:00', 'day-1'],
    ['2026-11-29T10:00:00', 'day-2'],
  ])('at %s has come to the step %s', (moment, step) => expect(reminderStep(ticket, at(moment))).toBe(step));

  it('comes once a working week while the ticket waits for something outside, and never once it is closed', () => {
    expect(reminderStep({ ...ticket, state: 'waiting' }, at('2026-12-01T10:00:00'))).toBeNull();
    expect(reminderStep({ ...ticket, state: 'waiting' }, at('2026-12-03T10:00:00'))).toBe('day-5');
    expect(reminderStep({ ...ticket, state: 'closed' }, at('2026-12-03T10:00:00'))).toBeNull();
  });

  it('reaches the leader at half the limit again, unless they have said 收到', () => {
    expect(isForLeader(ticket, at('2026-11-25T13:00:00'))).toBe(false);
    expect(isForLeader(ticket, at('2026-11-25T15:00:00'))).toBe(true);
    expect(isForLeader({ ...ticket, acknowledgedAt: openedAt }, at('2026-11-25T15:00:00'))).toBe(false);
  });
});
