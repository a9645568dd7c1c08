import { expect, test } from 'vitest';
import { shallowTouch } from '../../../src/detectors/shallow-touch.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { FIRST_DAY, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';

/** The cadre says one thing to each of the first `people` members. */
function touched(people: number) {
  const script = startScript(1);
  const said = Array.from({ length: people }, (_, at) =>
    script.say('c1', 92 + at, 600, script.words(), { mentions: [`p${at + 1}`] }),
  );
  return { script, said };
}

test('eleven members spoken to once, three of whom answered, are found', () => {
  const { script, said } = touched(11);
  for (const at of [0, 1, 2])
    script.say(`p${at + 1}`, 100, 640, script.words(), { replyToId: said[at]?.id ?? null });
  expect(detectIn(shallowTouch, script)).toEqual({
    severity: 'warn',
    evidence: { episodes: 11, shallow: 8, share: 8 / 11 },
    prescription:
      '主动联系11次，8次只有一句话或一次拜访，没等到回音。周一（31日）起每天回访2位，问一件要办的事。',
  });
});

test('a second touch within two weeks, the member’s need, or a visit that was acknowledged makes it contact', () => {
  const { script } = touched(10);
  script.say('c1', 106, 600, script.words(), { mentions: ['p1'] });
  script.say('p2', 99, 600, '请问居住证怎么办', { label: 'question' });
  const contacts = [
    {
      cadreId: 'c1',
      personId: 'p3',
      at: startOfDay(addDays(FIRST_DAY, 98)),
      way: 'visit' as const,
      acknowledged: true,
    },
  ];
  expect(detectIn(shallowTouch, script, { contacts })).toBeNull();
  expect(detectIn(shallowTouch, script)).toMatchObject({ evidence: { episodes: 10, shallow: 8 } });
});

test('answers are no touches: a cadre who answers twenty members in one word each is not found', () => {
  const script = startScript(1);
  for (let at = 0; at < 20; at++) {
    const need = script.say(`p${at + 1}`, 92 + at, 600, '请问居住证怎么办', { label: 'question' });
    script.say('c1', 92 + at, 610, '带身份证来窗口', { replyToId: need.id, mentions: [`p${at + 1}`] });
  }
  expect(detectIn(shallowTouch, script)).toBeNull();
});

test('nine touches are too few, and without a known cadre nothing can be said', () => {
  expect(detectIn(shallowTouch, touched(9).script)).toBeNull();
  expect(detectIn(shallowTouch, touched(11).script, { cadreIds: [] })).toBe('no-data');
});
