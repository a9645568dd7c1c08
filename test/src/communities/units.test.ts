import { expect, it } from 'vitest';
import { DETECTORS, type GroupTruth } from '../../../src/communities/truth.ts';
import { unevenness } from '../../../src/communities/units.ts';

const group = (state: GroupTruth['state']): GroupTruth => ({
  group: 'g',
  archetype: 'a',
  state,
  noHelp: null,
  mustFind: [],
  mustNot: [...DETECTORS],
});
const street = (red: number, green: number) => [
  ...Array.from({ length: red }, () => group('cold')),
  ...Array.from({ length: green }, () => group('healthy')),
];

it('streets that are all red beside streets that are all green are uneven', () => {
  expect(unevenness([street(6, 0), street(6, 0), street(0, 6), street(0, 6)])).toBe(true);
});

it('streets with the same share of red groups are even', () => {
  expect(unevenness([street(2, 4), street(2, 4), street(1, 5)])).toBe(false);
});

it('fewer than five groups in a street say nothing', () => {
  expect(unevenness([street(4, 0), street(0, 6)])).toBe(false);
});

it('groups that nobody judges may be counted or not, so a street of few judged ones leaves it open', () => {
  const unjudged = [group('healthy'), group('healthy'), group('healthy'), group('unknown'), group('exempt')];
  expect(unevenness([street(6, 0), street(5, 1), unjudged, unjudged])).toBeNull();
});

it('where it depends on how a quantile is taken, it is open', () => {
  // By nearest rank one whole street against none; by interpolation 40 points.
  expect(unevenness([street(3, 2), street(1, 4), street(0, 5), street(0, 5)])).toBeNull();
});
