import { describe, expect, it } from 'vitest';
import { type HeardNeed, isUnanswered } from '../../src/unanswered-need.ts';

const NEED: HeardNeed = {
  messageId: 'm',
  groupId: 'g',
  groupName: '彭浦',
  unitId: 'u',
  personId: 'p',
  role: 'member',
  sentAt: new Date('2026-11-24T11:00:00+08:00'),
  text: '楼道灯坏了',
  label: 'request',
  confidence: 0.9,
  isCommand: false,
  isAnsweredByPerson: false,
  isAnsweredByBot: false,
  hasTicket: false,
  trace: 't',
};
/** Eleven to twelve, then half past one to half past two. */
const TWO_HOURS = new Date('2026-11-24T14:30:00+08:00');

describe('a need nobody answered', () => {
  it('is one from two working hours on, and for a week', () => {
    expect(isUnanswered(NEED, new Date(TWO_HOURS.getTime() - 1))).toBe(false);
    expect(isUnanswered(NEED, TWO_HOURS)).toBe(true);
    expect(isUnanswered(NEED, new Date('2026-12-01T11:00:00+08:00'))).toBe(true);
    expect(isUnanswered(NEED, new Date('2026-12-01T11:00:01+08:00'))).toBe(false);
  });

  it.each<Partial<HeardNeed>>([
    { isAnsweredByPerson: true },
    { isAnsweredByBot: true },
    { hasTicket: true },
    { label: 'chatter' },
    { isCommand: true },
    { role: 'cadre-full-time' },
    { role: 'leader' },
    { role: 'bot' },
  ])('is none with %j', facts => {
    expect(isUnanswered({ ...NEED, ...facts }, TWO_HOURS)).toBe(false);
  });
});
