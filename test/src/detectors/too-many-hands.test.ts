import { expect, test } from 'vitest';
import { tooManyHands } from '../../../src/detectors/too-many-hands.ts';
import { startScript } from '../../support/communities.ts';
import { detectIn } from '../../support/detect.ts';
import { ticketOn } from '../../support/tickets.ts';

const DIRECT: Parameters<typeof ticketOn>[1] = [
  ['accept', 'c1'],
  ['close', 'c1'],
];
const THREE: Parameters<typeof ticketOn>[1] = [
  ['accept', 'c1'],
  ['transfer', 'c1', 'c2'],
  ['transfer', 'c2', 'c3'],
  ['close', 'c3'],
];
const FOUR: Parameters<typeof ticketOn>[1] = [...THREE.slice(0, 3), ['accept', 'c4'], ['answer', 'c4']];
const detect = (ways: Parameters<typeof ticketOn>[1][], from = 95) =>
  detectIn(tooManyHands, startScript(1), { tickets: ways.map((acts, at) => ticketOn(from + at, acts)) });

test('five tickets, most of which went through three hands, are found with the longest way first', () => {
  expect(detect([THREE, DIRECT, THREE, FOUR, THREE])).toEqual({
    severity: 'warn',
    evidence: { acted: 5, medianHands: 3, mostHands: 4, ticketIds: ['t98', 't95', 't97', 't99', 't96'] },
    prescription:
      '5件事从说到办，中间数是3手，最多4手。周一（31日）定好谁首接，接到就办，办不了直接交给能办的人。',
  });
});

test('one hand-over each is two hands, and not too many', () => {
  const two: Parameters<typeof ticketOn>[1] = [
    ['accept', 'c1'],
    ['close', 'c2'],
  ];
  expect(detect([two, two, two, two, two])).toBeNull();
  expect(detect([THREE, DIRECT, DIRECT, FOUR, DIRECT])).toBeNull();
});

test('four acted tickets, with more that nobody has acted on or that were acted on before, say nothing', () => {
  expect(detect([THREE, THREE, THREE, THREE, THREE.slice(0, 3)])).toBe('no-data');
  expect(detect([THREE, THREE, THREE, THREE, THREE], 60)).toBe('no-data');
  expect(detect([])).toBe('no-data');
});
