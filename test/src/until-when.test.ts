import { describe, expect, it } from 'vitest';
import { OFFICE } from '../../src/time.ts';
import { cutTime, untilWhen } from '../../src/until-when.ts';

/** Tuesday morning. */
const NOW = new Date('2026-11-24T10:00:00+08:00');
const EVENING = new Date('2026-11-27T18:00:00+08:00');

const endOn = (day: string) => new Date(`${day}T17:00:00+08:00`);

describe('until when', () => {
  it.each([
    ['到周五', '2026-11-27'],
    ['到本周五', '2026-11-27'],
    ['到周二', '2026-11-24'],
    ['到周一', '2026-11-30'],
    ['到下周三', '2026-12-02'],
    ['到星期天', '2026-11-29'],
    ['到11-30', '2026-11-30'],
    ['到11/30', '2026-11-30'],
    ['到 11月30日', '2026-11-30'],
    ['到１１月３０号', '2026-11-30'],
    ['到十二月一日', '2026-12-01'],
    ['到1月5日', '2027-01-05'],
    ['到2027-01-05', '2027-01-05'],
    ['到明天', '2026-11-25'],
    ['到后天为止', '2026-11-26'],
    ['1天', '2026-11-24'],
    ['3天', '2026-11-26'],
    ['五个工作日', '2026-11-30'],
    ['一周', '2026-11-30'],
    ['两周', '2026-12-07'],
  ])('%s is the end of work on %s', (said, day) => expect(untilWhen(said, NOW)).toEqual(endOn(day)));

  it('is open where nothing is said', () => expect(untilWhen('', NOW)).toBeNull());

  it('counts from the next working day once work is over', () => {
    expect(untilWhen('1天', EVENING)).toEqual(endOn('2026-11-30'));
    expect(untilWhen('到周五', EVENING)).toEqual(endOn('2026-12-04'));
  });

  it('skips holidays and counts 调休 days', () => {
    expect(untilWhen('2天', new Date('2026-09-30T10:00:00+08:00'))).toEqual(endOn('2026-10-08'));
    expect(untilWhen('3天', new Date('2026-10-09T10:00:00+08:00'))).toEqual(endOn('2026-10-12'));
  });

  it('keeps to the hours of the unit', () => {
    const late = { ...OFFICE, spans: [[10 * 60, 19 * 60]] as const };
    expect(untilWhen('到周五', NOW, late)).toEqual(new Date('2026-11-27T19:00:00+08:00'));
  });

  it.each(['到11-20', '到2025-11-30', '到这周一'])('%s has passed', said =>
    expect(untilWhen(said, NOW)).toBe('past'),
  );

  it.each(['到2月30日', '到13月1日', '到周八', '到很久以后', '0天', '900天', '到2029-01-01'])(
    '%s is asked about',
    said => expect(untilWhen(said, NOW)).toBe('unclear'),
  );
});

describe('whom and until when', () => {
  it.each([
    ['@孙强 到周五', '@孙强', '到周五'],
    ['孙强到11-30', '孙强', '到11-30'],
    ['孙强 3天', '孙强', '3天'],
    ['@孙强', '@孙强', ''],
    ['', '', ''],
  ])('%s', (said, before, time) => expect(cutTime(said)).toEqual({ before, time }));
});
