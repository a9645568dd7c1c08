import type { GroupState } from '../../src/analysis/group-analysis.ts';

/** M1 to M6 of one group, as far as all ways tell them; compared between the ways. */
export interface Six {
  messages: number;
  weeks: number;
  needs: number;
  help: number;
  memberMessages: number;
  speakers: number;
  activeDays: number;
  longestGap: number;
  posts: number;
  bursts: number;
  echoed: number;
  /** M4 before hysteresis; null where a way does not go so far. */
  raw: GroupState | null;
}

/** Groups of which two ways say different things, `raw` only where both tell it. */
export function differing(one: ReadonlyMap<number, Six>, other: ReadonlyMap<number, Six>): number {
  let count = 0;
  for (const [group, six] of one) {
    const against = other.get(group);
    const isSame =
      against !== undefined &&
      (Object.keys(six) as (keyof Six)[]).every(
        key => six[key] === against[key] || six[key] === null || against[key] === null,
      );
    if (!isSame) count++;
  }
  return count;
}
