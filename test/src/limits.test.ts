import { expect, it } from 'vitest';
import { limitClassOf } from '../../src/limit-class.ts';
import { dueAfter, type LimitClass, limitMs } from '../../src/limits.ts';
import { HOUR_MS, OFFICE } from '../../src/time.ts';

it.each<[LimitClass, number]>([
  ['urgent', 2],
  ['timely', 6.5],
  ['general', 7 * 6.5],
  ['complex', 15 * 6.5],
])('the class %s is %d working hours in a street office', (limitClass, hours) => {
  expect(limitMs(limitClass)).toBe(hours * HOUR_MS);
});

it('a working day of a unit with longer hours is longer', () => {
  const hall = { ...OFFICE, spans: [[8 * 60 + 30, 17 * 60 + 30]] as const };
  expect(limitMs('timely', hall)).toBe(9 * HOUR_MS);
  const due = dueAfter(new Date('2026-11-24T10:00:00+08:00'), limitMs('timely', hall), hall);
  expect(due.toISOString()).toBe('2026-11-25T02:00:00.000Z');
});

it.each<[string, LimitClass]>([
  ['五楼水管爆了，到处漏水', 'urgent'],
  ['有人困在电梯里', 'urgent'],
  ['整栋楼没水了', 'urgent'],
  ['井盖没了，晚上会有人摔', 'urgent'],
  ['三楼楼道灯坏了', 'timely'],
  ['停水通知贴哪里了，想问问', 'timely'],
  ['想申请困难补助', 'timely'],
])('%s is %s', (text, limitClass) => expect(limitClassOf('request', text)).toBe(limitClass));

it('a suggestion, a resource gap and a call-back take longer, whatever their words', () => {
  expect(limitClassOf('suggestion', '水管老爆，建议换新的')).toBe('general');
  expect(limitClassOf('resource-gap', '缺人手')).toBe('complex');
  expect(limitClassOf('call-back', '')).toBe('complex');
});
