import { expect, it } from 'vitest';
import { isClosedByTime, isOver } from '../../../src/ticket/late-words.ts';

const closedAt = new Date('2026-11-24T10:00:00+08:00');
const at = (text: string) => new Date(`${text}+08:00`);
const ticket = { state: 'closed' as const, closedAt, confirmedAt: null };

it('a closed ticket is open to late words for seven days to the moment', () => {
  expect(isOver(ticket, at('2026-12-01T10:00:00'))).toBe(false);
  expect(isOver(ticket, at('2026-12-01T10:00:01'))).toBe(true);
});

it('one that the member confirmed is counted from their word', () => {
  const confirmed = { state: 'confirmed' as const, closedAt, confirmedAt: at('2026-11-30T10:00:00') };
  expect(isOver(confirmed, at('2026-12-05T10:00:00'))).toBe(false);
});

it('only one that nobody said anything of is closed by time', () => {
  expect(isClosedByTime(ticket, at('2026-12-02T10:00:00'))).toBe(true);
  expect(
    isClosedByTime({ ...ticket, state: 'confirmed', confirmedAt: closedAt }, at('2026-12-02T10:00:00')),
  ).toBe(false);
  expect(isClosedByTime(ticket, at('2026-11-26T10:00:00'))).toBe(false);
});
