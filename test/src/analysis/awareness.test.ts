import { expect, test } from 'vitest';
import { analyzeGroup } from '../../../src/analysis/analyze-group.ts';
import type { GroupHistory } from '../../../src/analysis/group-history.ts';
import { AS_OF, communityOf, surveyed } from '../../support/communities.ts';

const judged = (survey: GroupHistory['survey']) =>
  analyzeGroup({ ...communityOf('healthy', 3), survey }, AS_OF);

test('M14 tells the share with its interval, the answers and the response rate', () => {
  const { measures, notEvaluated } = judged(surveyed(160, 100, 80));
  expect(measures['M14']).toMatchObject({ asked: 160, answered: 100, responseRate: 0.625, k: 80, n: 100 });
  expect(Number(measures['M14']?.['low'])).toBeCloseTo(0.71, 2);
  expect(Number(measures['M14']?.['high'])).toBeCloseTo(0.87, 2);
  expect(notEvaluated).not.toContain('low-awareness');
});

test('below ten answers M14 tells only how many there are, warmth is unknown, and the detector is named as not evaluated', () => {
  const { measures, notEvaluated, dimensions } = judged(surveyed(20, 9, 9));
  expect(measures['M14']).toMatchObject({ asked: 20, n: 9, k: null, share: null, low: null, high: null });
  expect(dimensions.warm).toBeNull();
  expect(notEvaluated).toContain('low-awareness');
});

test('warmth is the share of those helped among those who had looked for help', () => {
  const { asks, answers } = surveyed(30, 20, 15);
  const told = answers.map((answer, at) => ({ ...answer, helped: at < 9 ? true : at < 12 ? false : null }));
  expect(judged({ asks, answers: told }).dimensions.warm).toBe(75);
  const few = told.map((answer, at) => ({ ...answer, helped: at < 9 ? true : null }));
  expect(judged({ asks, answers: few }).dimensions.warm).toBeNull();
});
