import { expect, test } from 'vitest';
import { zombieGroup } from '../../../src/detectors/zombie-group.ts';
import { addDays, startOfDay } from '../../../src/time.ts';
import { AS_OF, ask, FIRST_DAY, startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketOn } from '../../support/tickets.ts';

/** Nothing but a word of one member now and then. */
function dead() {
  const script = startScript(1);
  for (let day = 5; day < 120; day += 30) script.say('p1', day, 600, script.words());
  return script;
}
const seenSince = (day: number) => ({
  observations: [{ from: startOfDay(addDays(FIRST_DAY, day)), to: AS_OF }],
});

test('a group that has been cold for three months is to be asked, and then merged or closed', () => {
  expect(detectIn(zombieGroup, dead())).toEqual({
    severity: 'warn',
    evidence: { since: '2026-05-21', coldDays: 99, needs: 0, size: 60 },
    prescription:
      '冷了99天，60天没有人求助。周一（31日）起问60位成员去留，周一（14日）前并入同类的活跃群或关群。',
  });
});

test('a group in which somebody still asks is worth warming, however cold', () => {
  const script = dead();
  ask(script, 61, null);
  expect(detectIn(zombieGroup, script)).toBeNull();
  expect(detectIn(zombieGroup, dead(), { tickets: [ticketOn(80, [])] })).toBeNull();
});

test('a group cold for less than sixty days is given time', () => {
  expect(detectIn(zombieGroup, dead(), seenSince(39))).toMatchObject({ evidence: { coldDays: 60 } });
  expect(detectIn(zombieGroup, dead(), seenSince(40))).toBeNull();
});

test('one that was never observed is not called cold', () => {
  expect(detectIn(zombieGroup, dead(), { observations: [] })).toBeNull();
});
