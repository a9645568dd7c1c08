import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingMs,
  DAY_MS,
  dayOf,
  HOUR_MS,
  isWorkday,
  isWorkingTime,
  mondayOf,
  nextWorkingTime,
  startOfDay,
  weekOf,
  workdayFrom,
  workingMsBetween,
} from '../../src/time.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const moments = fc.date({
  min: at('2026-01-01T00:00:00'),
  max: at('2026-12-01T00:00:00'),
  noInvalidDate: true,
});

describe('the Shanghai day', () => {
  it('begins at midnight in Shanghai, whatever the machine thinks', () => {
    expect(dayOf(at('2026-11-24T00:00:00'))).toBe('2026-11-24');
    expect(dayOf(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    expect(startOfDay('2026-11-24').toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2024-02-29', '2024-W09'],
    ['2026-11-24', '2026-W48'],
  ])('%s lies in week %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('has a Monday for every week, and none for a week that does not exist', () => {
    fc.assert(
      fc.property(moments, moment => {
        const monday = mondayOf(weekOf(dayOf(moment)));
        expect(weekOf(monday)).toBe(weekOf(dayOf(moment)));
        expect(dayOf(moment) >= monday && dayOf(moment) <= addDays(monday, 6)).toBe(true);
      }),
    );
    expect(() => mondayOf('2026-W54')).toThrow(RangeError);
  });
});

/** The holidays of 2026 and the 调休 days on which people work, as the State Council published them. */
const HOLIDAYS = [
  '2026-01-01',
  '2026-02-17',
  '2026-04-06',
  '2026-05-01',
  '2026-06-19',
  '2026-09-25',
  '2026-10-01',
  '2026-10-07',
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

describe('working time', () => {
  it.each(HOLIDAYS)('%s is off', day => expect(isWorkday(day)).toBe(false));
  it.each(WORKED)('%s is worked, though it is a weekend', day => expect(isWorkday(day)).toBe(true));

  it('stands still over lunch, at night and over the National Day week', () => {
    expect(workingMsBetween(at('2026-11-24T11:00:00'), at('2026-11-24T14:30:00'))).toBe(2 * HOUR_MS);
    expect(workingMsBetween(at('2026-11-24T17:00:00'), at('2026-11-25T09:00:00'))).toBe(0);
    expect(workingMsBetween(at('2026-09-30T17:00:00'), at('2026-10-08T09:00:00'))).toBe(0);
    expect(workdayFrom('2026-10-01')).toBe('2026-10-08');
  });

  it('added is working time passed', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 5 * DAY_MS }), (from, ms) => {
        const to = addWorkingMs(from, ms);
        expect(workingMsBetween(from, to)).toBe(ms);
      }),
    );
  });

  it('next begins in working time, and never earlier', () => {
    fc.assert(
      fc.property(moments, moment => {
        const next = nextWorkingTime(moment);
        expect(isWorkingTime(next)).toBe(true);
        expect(next.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(workingMsBetween(moment, next)).toBe(0);
      }),
    );
  });
});
