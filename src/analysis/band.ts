import type { Band, GroupState } from './group-analysis.ts';
import { THRESHOLDS } from './thresholds.ts';

const BANDS: Record<GroupState, Band> = {
  exempt: 'grey',
  unknown: 'grey',
  'one-way': 'red',
  cold: 'red',
  'busy-no-help': 'red',
  bursty: 'yellow',
  cooling: 'yellow',
  healthy: 'green',
};

/** The band follows the state; only a healthy group with a poor overall is yellow. */
export const bandOf = (state: GroupState, overall: number | null): Band =>
  state === 'healthy' && overall !== null && overall < THRESHOLDS.dimensions.yellowBelow
    ? 'yellow'
    : BANDS[state];
