import { expect, test } from 'vitest';
import { occasionalContact } from '../../../src/detectors/occasional-contact.ts';
import { ask, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

test('a cadre who came twice at the month’s ends is found, with the need that waits', () => {
  const script = startScript(1);
  for (const day of [91, 91, 117]) script.say('c1', day, 600, script.words());
  const need = ask(script, 105, null);
  expect(detectIn(occasionalContact, script)).toEqual({
    severity: 'warn',
    evidence: {
      messages: 3,
      cadreDays: 2,
      longestGap: 18,
      burstiness: null,
      cadreMessageIds: ['m000001', 'm000002', 'm000003'],
      unansweredNeedIds: [need.id],
    },
    prescription:
      '30天有2天到群里、说了3次，最长空了18个工作日。周一（31日）先回1个问题，再定每周一个固定时间。',
  });
});

test('two bursts with thirteen working days between are found, and told to keep an hour a week', () => {
  const script = startScript(1);
  for (const day of [90, 91, 110, 111, 112, 113]) script.say('c1', day, 600, script.words());
  expect(detectIn(occasionalContact, script)).toMatchObject({
    evidence: { messages: 6, cadreDays: 6, longestGap: 13, unansweredNeedIds: [] },
    prescription:
      '30天有6天到群里、说了6次，最长空了13个工作日。周一（31日）起定每周一个固定时间，到点在群里听大家说。',
  });
});

test('the same number of words once a week is not, nor is a cadre who never came: that is silence', () => {
  const script = startScript(1);
  for (const day of [91, 98, 105, 112, 119]) script.say('c1', day, 600, script.words());
  expect(detectIn(occasionalContact, script)).toBeNull();
  expect(detectIn(occasionalContact, startScript(1))).toBeNull();
});

test('without a known cadre nothing can be said', () => {
  const script = startScript(1);
  script.say('c1', 91, 600, script.words());
  expect(detectIn(occasionalContact, script, { cadreIds: [] })).toBe('no-data');
});
