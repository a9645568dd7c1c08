import { expect, test } from 'vitest';
import { cadreSilent } from '../../../src/detectors/cadre-silent.ts';
import { ask, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

test('a cadre who spoke twice in a month while members asked is found, with the needs to answer first', () => {
  const script = startScript(1);
  for (const day of [95, 108]) script.say('c1', day, 600, script.words());
  const need = ask(script, 110, null);
  expect(detectIn(cadreSilent, script)).toEqual({
    severity: 'alarm',
    evidence: {
      messages: 2,
      weeks: 2,
      workingWeeks: 4,
      silentDays: 11,
      needs: 1,
      cadreMessageIds: ['m000001', 'm000002'],
      unansweredNeedIds: [need.id],
    },
    prescription: '近30天干部发言2次（近4周有2周），最近在11天前，周一（31日）先到群里回1个问题。',
  });
});

test('a part-time cadre who speaks once a week is not', () => {
  const script = startScript(1);
  for (const day of [95, 102, 109, 116]) script.say('c1', day, 600, script.words());
  expect(detectIn(cadreSilent, script)).toBeNull();
});

test('without a known cadre nothing can be said', () => {
  expect(detectIn(cadreSilent, startScript(1), { cadreIds: [] })).toBe('no-data');
});
