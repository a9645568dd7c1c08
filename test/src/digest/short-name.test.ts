import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortName } from '../../../src/digest/short-name.ts';

it('names of one street that differ at their end still differ when they are short', () => {
  const names = ['彭浦新村街道艺康苑居民一群', '彭浦新村街道艺康苑居民二群'].map(name => shortName(name, 9));
  expect(names).toEqual(['彭浦新村街…民一群', '彭浦新村街…民二群']);
});

it('a name that fits is left as it is, letters taking half the room', () => {
  expect(shortName('彭浦青年之家', 9)).toBe('彭浦青年之家');
  expect(shortName('Pengpu Youth 01', 9)).toBe('Pengpu Youth 01');
});

it('no sign is cut in two, and the room is kept', () => {
  expect(shortName('一二三四五六👨‍👩‍👧七八九十', 9)).toMatch(/^[一二三四五六]+…(?:👨‍👩‍👧)?[七八九十]+$/u);
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 4, max: 14 }),
      (name, width) => {
        const short = shortName(name, width);
        const segments = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(short)];
        expect(segments.length).toBeLessThanOrEqual(width / 0.5);
      },
    ),
    { seed: 5 },
  );
});
