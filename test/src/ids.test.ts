import { expect, it } from 'vitest';
import { madeAt, newId } from '../../src/ids.ts';

it('ids of one millisecond sort in the order of their making, and after those of the millisecond before', () => {
  const now = new Date('2026-11-24T10:00:00.000Z');
  const ids = Array.from({ length: 5000 }, () => newId(now));
  expect([...ids].sort()).toEqual(ids);
  expect(newId(new Date(now.getTime() - 1)) < (ids[0] ?? '')).toBe(true);
  expect(new Set(ids).size).toBe(5000);
});

it('an id tells when it was made, and one of elsewhere tells nothing', () => {
  const now = new Date('2026-11-24T10:00:00.123Z');
  expect(madeAt(newId(now))).toEqual(now);
  expect(madeAt('g-pengpu')).toBeNull();
});
