import { expect, test } from 'vitest';
import { inspectionSpike } from '../../../src/detectors/inspection-spike.ts';
import { addDays } from '../../../src/time.ts';
import { FIRST_DAY, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const inspectedOn = (...days: number[]) => ({ inspectionDays: days.map(day => addDays(FIRST_DAY, day)) });
const speakOn = (days: number[]) => {
  const script = startScript(1);
  for (const day of days) script.say('c1', day, 600, script.words());
  return script;
};

test('a month’s words around the inspection and silence elsewhere are found', () => {
  expect(detectIn(inspectionSpike, speakOn([109, 110, 111, 112, 113]), inspectedOn(111))).toMatchObject({
    severity: 'alarm',
    evidence: { messages: 5, nearInspection: 5, share: 1, longestGap: 13 },
    prescription: '5次发言有5次在检查前后，平时空了13个工作日。从周一（31日）起定每周一个固定时间到群里。',
  });
});

test('the same burst with no inspection near, and regular work with one, are not', () => {
  expect(detectIn(inspectionSpike, speakOn([109, 110, 111, 112, 113]), inspectedOn(95))).toBeNull();
  expect(
    detectIn(inspectionSpike, speakOn([91, 95, 99, 103, 107, 110, 112, 116]), inspectedOn(111)),
  ).toBeNull();
});

test('one stray message of a cold group beside an inspection is not a spike', () => {
  expect(detectIn(inspectionSpike, speakOn([111]), inspectedOn(111))).toBeNull();
});

test('where no inspection was ever registered nothing can be said', () => {
  expect(detectIn(inspectionSpike, speakOn([109, 110, 111, 112]))).toBe('no-data');
});
