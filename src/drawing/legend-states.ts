import type { GroupState } from '../analysis/group-analysis.ts';
import type { DigestChart } from '../digest/digest-input.ts';
import { SHOWN_STATES } from '../digest/state-words.ts';

/** Only what is drawn by its mark is explained; counted rows carry their words. */
export function legendStates({ rows }: DigestChart): GroupState[] {
  const drawn = new Set(rows.flatMap(row => row.states));
  return SHOWN_STATES.filter(state => drawn.has(state));
}
