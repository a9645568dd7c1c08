import { expect, test } from 'vitest';
import { lowAwareness } from '../../../src/detectors/low-awareness.ts';
import { LAST_DAY, startScript, surveyed } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

const detect = (survey: ReturnType<typeof surveyed>) => detectIn(lowAwareness, startScript(1), { survey });

test('three of fifteen who know whom to turn to are found, with what to do and from which day on', () => {
  expect(detect(surveyed(30, 15, 3))).toMatchObject({
    severity: 'warn',
    evidence: { asked: 30, answered: 15, responseRate: 0.5, knows: 3, share: 0.2 },
    prescription: '问30位，15位答，3位知道找谁。周一（31日）起每天跟3位群众单独说说自己是谁、能办什么。',
  });
});

test('seven of fifteen are fewer than half too, but fifteen answers do not make it sure', () => {
  expect(detect(surveyed(30, 15, 7))).toBeNull();
  expect(detect(surveyed(150, 75, 35))).toMatchObject({ evidence: { knows: 35 } });
});

test('nine answers say nothing, nor does a group nobody asked, nor answers of long ago', () => {
  expect(detect(surveyed(30, 9, 0))).toBe('no-data');
  expect(detect(surveyed(0, 0, 0))).toBe('no-data');
  expect(detect(surveyed(30, 15, 3, LAST_DAY - 90))).toBe('no-data');
  expect(detect(surveyed(30, 15, 3, LAST_DAY - 89))).not.toBe('no-data');
  expect(detect(surveyed(30, 15, 3, LAST_DAY + 1))).toBe('no-data');
});
