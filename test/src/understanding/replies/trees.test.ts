import { expect, it } from 'vitest';
import { plant, shareOut, sumTrees } from '../../../../src/understanding/replies/trees.ts';

const tree = {
  feature: [1, -1, 0, -1, -1],
  upTo: [2, 0, 0.5, 0, 0],
  left: [1, 0, 3, 0, 0],
  value: [0.25, -1, 1, 2, 4],
};

it('a tree is walked by what it asks, and its shares are what each step added', () => {
  const forest = plant([tree, tree]);
  expect(sumTrees(forest, [0, 2], 0, 0, 2)).toBe(-2);
  expect(sumTrees(forest, [9, 1, 3], 1, 0, 1)).toBe(4);
  expect([...shareOut(forest, [1, 3], 2)]).toEqual([6, 1.5]);
});
