import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAfter, type LimitClass, limitMs } from '../../src/limits.ts';
import { type IntendedAct, stampAct } from '../../src/ticket/stamp.ts';
import { apply, openedTicket, type Ticket } from '../../src/ticket.ts';
import {
  addDays,
  addWorkingMs,
  type Calendar,
  DAY_MS,
  HOUR_MS,
  isWorkday,
  isWorkingTime,
  OFFICE,
  subtractWorkingMs,
  weekdayOf,
  workingDayMs,
  workingMsBetween,
} from '../../src/time.ts';

/**
 * 国办发明电〔2025〕7号, 2025-11-04, copied by hand from the notice: first and last day off, and the weekend days worked
 * in exchange. The package is checked against this, not this against the package.
 */
const NOTICE: readonly (readonly [name: string, from: string, to: string, worked: readonly string[]])[] = [
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明节', '2026-04-04', '2026-04-06', []],
  ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午节', '2026-06-19', '2026-06-21', []],
  ['中秋节', '2026-09-25', '2026-09-27', []],
  ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

const DAYS = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at));
const WORKED = NOTICE.flatMap(([, , , worked]) => worked);
const isOffByNotice = (day: string) => NOTICE.some(([, from, to]) => day >= from && day <= to);
const isWorkedByNotice = (day: string) =>
  WORKED.includes(day) || (!isOffByNotice(day) && weekdayOf(day) <= 5);

/** `2026-09-30 16:00` in Shanghai. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

describe('every day of 2026', () => {
  it.each(DAYS)('%s is worked or off as the notice says', day => {
    expect(isWorkday(day)).toBe(isWorkedByNotice(day));
  });

  it('makes 248 working days in all, and the year ends on 31 December', () => {
    expect(DAYS.at(-1)).toBe('2026-12-31');
    expect(DAYS.filter(day => isWorkday(day))).toHaveLength(248);
  });
});

describe('working time', () => {
  it.each([
    ['元旦', '2025-12-31', '2026-01-04'],
    ['春节', '2026-02-14', '2026-02-24'],
    ['清明节', '2026-04-03', '2026-04-07'],
    ['劳动节', '2026-04-30', '2026-05-06'],
    ['端午节', '2026-06-18', '2026-06-22'],
    ['中秋节', '2026-09-24', '2026-09-28'],
    ['国庆节', '2026-09-30', '2026-10-08'],
  ])('stands still over %s', (_, before, after) => {
    expect(workingMsBetween(at(`${before} 17:00`), at(`${after} 09:00`))).toBe(0);
    expect(workingMsBetween(at(`${before} 16:00`), at(`${after} 10:00`))).toBe(2 * HOUR_MS);
  });

  it('stands still over lunch and runs on a Sunday worked in exchange', () => {
    expect(workingMsBetween(at('2026-11-24 12:00'), at('2026-11-24 13:30'))).toBe(0);
    expect(workingMsBetween(at('2026-11-24 11:30'), at('2026-11-24 14:00'))).toBe(HOUR_MS);
    for (const sunday of ['2026-01-04', '2026-09-20']) {
      expect(weekdayOf(sunday)).toBe(7);
      expect(workingMsBetween(at(`${sunday} 00:00`), at(`${sunday} 23:59`))).toBe(6.5 * HOUR_MS);
      expect(isWorkingTime(at(`${sunday} 10:00`))).toBe(true);
      expect(isWorkingTime(at(`${sunday} 12:30`))).toBe(false);
    }
  });
});

const due = (limitClass: LimitClass, said: string, calendar?: Calendar) =>
  dueAfter(at(said), limitMs(limitClass, calendar), calendar);

describe('the limit of a matter', () => {
  it.each<[string, LimitClass, said: string, until: string]>([
    ['on Friday afternoon', 'timely', '2026-11-20 16:00', '2026-11-23 16:00'],
    ['in the lunch break', 'timely', '2026-11-24 12:30', '2026-11-25 12:00'],
    ['at eight in the evening', 'timely', '2026-11-24 20:00', '2026-11-25 17:00'],
    ['before work begins', 'timely', '2026-11-24 06:10', '2026-11-24 17:00'],
    ['at an odd minute, on the next half hour', 'timely', '2026-11-24 09:10', '2026-11-25 09:30'],
    ['on National Day', 'timely', '2026-10-01 10:00', '2026-10-08 17:00'],
    ['on the last afternoon before National Day', 'timely', '2026-09-30 16:00', '2026-10-08 16:00'],
    ['on a Sunday worked in exchange', 'timely', '2026-09-20 10:00', '2026-09-21 10:00'],
    ['on the Saturday worked before Spring Festival', 'timely', '2026-02-14 16:00', '2026-02-24 16:00'],
    ['on the Saturday worked after Spring Festival', 'timely', '2026-02-28 09:00', '2026-02-28 17:00'],
    ['on New Year’s Eve of the lunar year', 'timely', '2026-02-16 23:00', '2026-02-24 17:00'],
    ['on a free Saturday before a Sunday worked', 'timely', '2026-01-03 12:00', '2026-01-04 17:00'],
    ['when work ends before Labour Day', 'timely', '2026-04-30 17:00', '2026-05-06 17:00'],
    ['on a Saturday afternoon worked in exchange', 'timely', '2026-05-09 13:30', '2026-05-11 12:00'],
    ['urgent, half an hour before the end', 'urgent', '2026-11-24 16:30', '2026-11-25 10:30'],
    ['urgent, before lunch', 'urgent', '2026-11-24 11:00', '2026-11-24 14:30'],
    ['urgent, half an hour before National Day', 'urgent', '2026-09-30 16:30', '2026-10-08 10:30'],
    ['urgent, on a Saturday worked in exchange', 'urgent', '2026-10-10 09:00', '2026-10-10 11:00'],
    ['general, over National Day', 'general', '2026-09-28 09:00', '2026-10-12 17:00'],
    ['general, on National Day', 'general', '2026-10-01 10:00', '2026-10-15 17:00'],
    ['general, over Spring Festival', 'general', '2026-02-13 10:00', '2026-03-02 10:00'],
    ['complex, over Mid-Autumn and National Day', 'complex', '2026-09-21 09:00', '2026-10-16 17:00'],
    ['complex, in plain weeks', 'complex', '2026-11-24 10:00', '2026-12-15 10:00'],
  ])('said %s', (_, limitClass, said, until) => {
    expect(due(limitClass, said)).toEqual(at(until));
  });
});

/** Longer hours, Christmas off, one Saturday and one statutory holiday served. */
const SERVICE: Calendar = {
  version: 'test',
  spans: [
    [8 * 60 + 30, 11 * 60 + 30],
    [14 * 60, 18 * 60],
  ],
  off: ['2026-12-25', '2026-10-02'],
  on: ['2026-11-28', '2026-10-01', '2026-10-02'],
};

describe('a unit with hours and days of its own', () => {
  it('has a working day of its own length', () => expect(workingDayMs(SERVICE)).toBe(7 * HOUR_MS));

  it.each<[string, LimitClass, said: string, until: string]>([
    ['the Saturday it serves counts', 'timely', '2026-11-27 17:00', '2026-11-28 17:00'],
    ['its own free day does not', 'timely', '2026-12-24 17:00', '2026-12-28 17:00'],
    ['its lunch break is its own', 'urgent', '2026-11-24 11:00', '2026-11-24 15:30'],
    ['a holiday it serves counts', 'urgent', '2026-09-30 17:00', '2026-10-01 09:30'],
    ['a day both off and on is off', 'timely', '2026-10-01 17:00', '2026-10-08 17:00'],
    ['a Sunday worked in exchange is worked here too', 'timely', '2026-09-20 08:30', '2026-09-20 18:00'],
  ])('%s', (_, limitClass, said, until) => {
    expect(due(limitClass, said, SERVICE)).toEqual(at(until));
  });

  it('changes nothing for the others', () => {
    expect(isWorkday('2026-11-28', SERVICE)).toBe(true);
    expect(isWorkday('2026-11-28')).toBe(false);
    expect(isWorkday('2026-12-25', SERVICE)).toBe(false);
    expect(isWorkday('2026-12-25')).toBe(true);
  });
});

const opened = (said: string): Ticket =>
  openedTicket({
    id: 't1',
    number: 12,
    kind: 'request',
    groupId: 'g1',
    requesterId: 'p1',
    topic: '楼道灯',
    messageId: 'm1',
    assigneeId: 'p2',
    openedAt: at(said),
    dueAt: due('timely', said),
  });

/** The ticket after one act at a moment, stamped as the log stamps it. */
function acted(ticket: Ticket, act: IntendedAct['act'], moment: string): Ticket {
  const stamped = stampAct(ticket, { at: at(moment), byId: 'p2', act, data: {} }, OFFICE);
  return apply(ticket, { ...stamped, ticketId: ticket.id, seq: ticket.lastSeq + 1 });
}

describe('waiting', () => {
  it.each([
    // Two hours were left; from Friday 15:00 they end on Friday 17:00.
    ['within a week', '2026-11-24 10:00', '2026-11-24 16:00', '2026-11-27 15:00', '2026-11-27 17:00', 18.5],
    ['over National Day', '2026-09-30 10:00', '2026-09-30 16:00', '2026-10-08 09:00', '2026-10-08 11:00', 1],
    ['over lunch', '2026-11-24 10:00', '2026-11-24 11:30', '2026-11-24 14:00', '2026-11-25 11:00', 1],
  ])('pauses the clock %s', (_, said, from, to, until, hours) => {
    const resumed = acted(acted(opened(said), 'wait', from), 'resume', to);
    expect(resumed.dueAt).toEqual(at(until));
    expect(resumed.waitedMs).toBe(hours * HOUR_MS);
  });

  it('that began after the limit gives no time back', () => {
    const late = acted(opened('2026-11-24 10:00'), 'wait', '2026-11-25 11:00');
    expect(acted(late, 'resume', '2026-11-26 11:00').dueAt).toEqual(at('2026-11-25 10:00'));
  });
});

describe('an extension', () => {
  it('gives the limit once more, over a holiday too, and never a second time', () => {
    const ticket = opened('2026-09-29 10:00');
    expect(ticket.dueAt).toEqual(at('2026-09-30 10:00'));
    const extended = acted(ticket, 'extend', '2026-09-29 15:00');
    expect(extended.dueAt).toEqual(at('2026-10-08 10:00'));
    expect(() => acted(extended, 'extend', '2026-09-29 16:00')).toThrow('第12件已经延过一次，不能再延。');
  });

  it('is refused once the limit has passed', () => {
    expect(() => acted(opened('2026-11-24 10:00'), 'extend', '2026-11-25 11:00')).toThrow('已经过了时限');
  });
});

describe('subtracting working time', () => {
  const moments = fc.date({ min: at('2026-01-01 00:00'), max: at('2026-12-01 00:00'), noInvalidDate: true });
  const lengths = fc.integer({ min: 0, max: 5 * DAY_MS });
  const calendars = fc.constantFrom(OFFICE, SERVICE);

  it('is the inverse of adding it, but for time in which nobody works', () => {
    fc.assert(
      fc.property(moments, lengths, calendars, (from, ms, calendar) => {
        const back = subtractWorkingMs(addWorkingMs(from, ms, calendar), ms, calendar);
        expect(workingMsBetween(back, from, calendar)).toBe(0);
        expect(workingMsBetween(from, back, calendar)).toBe(0);
        if (ms > 0 && isWorkingTime(from, calendar) && isWorkingTime(back, calendar))
          expect(back).toEqual(from);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves exactly so much until the moment', () => {
    fc.assert(
      fc.property(moments, lengths, calendars, (to, ms, calendar) => {
        expect(workingMsBetween(subtractWorkingMs(to, ms, calendar), to, calendar)).toBe(ms);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2026-10-08 10:00', 2, '2026-09-30 16:00'],
    ['2026-02-24 09:30', 1, '2026-02-14 16:30'],
    ['2026-11-24 14:00', 1, '2026-11-24 11:30'],
  ])('from %s, %i hours back it is %s', (to, hours, from) => {
    expect(subtractWorkingMs(at(to), hours * HOUR_MS)).toEqual(at(from));
  });
});
