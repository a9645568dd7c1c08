import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupDay } from '../../../src/analysis/group-day.ts';
import { packDay } from '../../../src/archive/packed-day.ts';
import { DAY_MS, startOfDay } from '../../../src/time.ts';

const START = startOfDay('2028-02-29').getTime();
const post = fc.record({
  at: fc
    .oneof({ weight: 50, arbitrary: fc.nat(DAY_MS - 1) }, fc.constantFrom(DAY_MS, -1, 0.5))
    .map(ms => START + ms),
  said: fc.constantFrom(
    'answer' as const,
    'words' as const,
    'greeting' as const,
    'filler' as const,
    'other' as const,
  ),
  fingerprint: fc.option(fc.string(), { nil: null }),
});
const day = fc
  .array(
    fc.record({
      personId: fc.string(),
      voice: fc.constantFrom('member' as const, 'unknown' as const),
      posts: fc.array(post),
    }),
  )
  .map(
    (speakers): GroupDay => ({
      groupId: 'g',
      day: '2028-02-29',
      format: 1,
      cadrePosts: [],
      speakers,
      needs: [],
      replies: [],
      marks: [],
    }),
  );

test('a packed day reads the same as the day, however often it is read, copied or written down', () => {
  fc.assert(
    fc.property(day, row => {
      const packed = packDay(row);
      expect(packed.speakers).toEqual(row.speakers);
      expect(packed.speakers).toEqual(row.speakers);
      expect({ ...packed }).toEqual(row);
      expect(JSON.stringify(packed.speakers)).toBe(JSON.stringify(row.speakers));
    }),
    { seed: 3, numRuns: 200 },
  );
});
