import { describe, expect, test } from 'vitest';
import type { GroupState } from '../../../src/analysis/group-analysis.ts';
import { type Standing, standAfter } from '../../../src/analysis/state.ts';

/** The published states of a row of raw ones. */
function published(raw: GroupState[]): GroupState[] {
  let standing: Standing | null = null;
  return raw.map((state, day) => {
    standing = standAfter(standing, state, `2026-11-${String(day + 1).padStart(2, '0')}`);
    return standing.state;
  });
}
const times = (count: number, state: GroupState): GroupState[] => new Array<GroupState>(count).fill(state);

describe('hysteresis', () => {
  test('one bad day is not yet a bad state, two in a row are', () => {
    expect(published(['healthy', 'cold', 'healthy', 'cold', 'cold'])).toEqual([
      'healthy',
      'healthy',
      'healthy',
      'healthy',
      'cold',
    ]);
  });

  test('two different bad days in a row enter neither', () => {
    expect(published(['healthy', 'cold', 'cooling', 'cold', 'cooling']).at(-1)).toBe('healthy');
  });

  test('from a red or a yellow state healthy needs seven days in a row', () => {
    for (const bad of ['cold', 'one-way', 'busy-no-help', 'bursty', 'cooling'] as const) {
      expect(published([...times(2, bad), ...times(6, 'healthy')]).at(-1)).toBe(bad);
      expect(published([...times(2, bad), ...times(7, 'healthy')]).at(-1)).toBe('healthy');
      expect(published([...times(2, bad), ...times(6, 'healthy'), bad, ...times(6, 'healthy')]).at(-1)).toBe(
        bad,
      );
    }
  });

  test('from one bad state to another two days are enough', () => {
    expect(published(['cooling', 'cooling', 'cold', 'cold'])).toEqual([
      'cooling',
      'cooling',
      'cooling',
      'cold',
    ]);
  });

  test('unknown is entered and left at once, and breaks a row of equal days', () => {
    expect(published(['healthy', 'unknown', 'cold'])).toEqual(['healthy', 'unknown', 'cold']);
    expect(published(['cold', 'unknown', 'healthy'])).toEqual(['cold', 'unknown', 'healthy']);
    expect(published(['healthy', 'cold', 'unknown', 'healthy', 'cold']).at(-1)).toBe('healthy');
  });

  test('the day a state was entered stays while it lasts', () => {
    const first = standAfter(null, 'cold', '2026-11-01');
    const second = standAfter(first, 'healthy', '2026-11-02');
    expect(second).toEqual({ state: 'cold', since: '2026-11-01', raw: 'healthy', streak: 1 });
  });
});
