import { expect, it } from 'vitest';
import { createSpan } from '../../../src/communities/span.ts';

const span = createSpan('2026-10-20', 180);

it('day 0 is the last day, and the moment of looking closes it', () => {
  expect(span.dayAt(0)).toBe('2026-10-20');
  expect(span.asOf.toISOString()).toBe('2026-10-20T16:00:00.000Z');
  expect(span.agoOf(span.at(12, 600))).toBe(12);
});

it('the days of the National holiday are no working days, and days run from the oldest to the newest', () => {
  expect(span.workdays(20, 12).map(span.dayAt)).toEqual(['2026-09-30', '2026-10-08']);
});

it('a day of rest follows another day off, so that nothing was said at work the day before', () => {
  for (const ago of span.restDays(29, 0)) {
    expect(span.isWorkday(ago)).toBe(false);
    expect(span.isWorkday(ago + 1)).toBe(false);
  }
});
