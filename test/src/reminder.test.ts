import { describe, expect, it } from 'vitest';
import { dueAtFor } from '../../src/limits.ts';
import { isForLeader, nextLookAt, reminderStep } from '../../src/reminder.ts';
import { openedTicket } from '../../src/ticket.ts';
import { HOUR_MS } from '../../src/time.ts';

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
    ['2026-11-24T14:44:00', null],
    ['2026-11-24T14:45:00', 'half'],
    ['2026-11-24T16:59:00', 'late'],
    ['2026-11-25T10:00:00', 'limit'],
    ['2026-11-26T10:00:00', 'day-1'],
    ['2026-11-29T10:00:00', 'day-2'],
  ])('at %s has come to the step %s', (moment, step) => expect(reminderStep(ticket, at(moment))).toBe(step));

  it('comes once a working week while the ticket waits for something outside, and never once it is closed', () => {
    const waiting = { ...ticket, state: 'waiting' as const, waitingSince: openedAt };
    expect(reminderStep(waiting, at('2026-11-30T10:00:00'))).toBeNull();
    expect(reminderStep(waiting, at('2026-12-01T10:00:00'))).toBe('wait-5');
    expect(reminderStep({ ...ticket, state: 'closed' }, at('2026-12-03T10:00:00'))).toBeNull();
  });

  it('is looked for at its moments and at no other', () => {
    const moments: string[] = [];
    for (let now: Date | null = openedAt; now && moments.length < 6; ) {
      now = nextLookAt(ticket, now);
      if (now) moments.push(new Date(now.getTime() + 8 * HOUR_MS).toISOString().slice(5, 16));
    }
    expect(moments).toEqual([
      '11-24T14:45',
      '11-24T16:42',
      '11-25T10:00',
      '11-25T14:45',
      '11-26T10:00',
      '11-27T10:00',
    ]);
    expect(nextLookAt({ ...ticket, state: 'closed' }, openedAt)).toBeNull();
  });

  it('reaches the leader at half the limit again, unless they have said 收到', () => {
    expect(isForLeader(ticket, at('2026-11-25T13:00:00'))).toBe(false);
    expect(isForLeader(ticket, at('2026-11-25T15:00:00'))).toBe(true);
    expect(isForLeader({ ...ticket, acknowledgedAt: openedAt }, at('2026-11-25T15:00:00'))).toBe(false);
  });
});
