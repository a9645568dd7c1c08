import type { Voices } from './measures/m11-concentration.ts';
import type { DivergenceCounts } from './measures/m16-divergence.ts';
import type { WaitRow } from './waits.ts';

/**
 * What the numbers of a unit need of each group beyond its named values: whole counts that add up in any order.
 * Holds no person, so that it may be kept with the score.
 */
export interface Pooled {
  /** M7, working minutes. */
  waits: WaitRow[];
  /** M17: until the leader took note, and until the member was told. */
  acks: WaitRow[];
  told: WaitRow[];
  /** M6: sure words between cadres and members, each way. */
  toMembers: number;
  toCadres: number;
  /** M10: members of declared role, and the backbone among them. */
  declared: number;
  backbone: number;
  /** M11. */
  voices: Voices;
  /** M16. */
  divergence: DivergenceCounts;
  /** M18: service lines listed, and those that were ever used. */
  lines: string[];
  usedLines: string[];
}
