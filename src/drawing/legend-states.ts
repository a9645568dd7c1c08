import type { GroupState } from '../analysis/group-analysis.ts';
import type { DigestChart } from '../digest/digest-input.ts';
import { SHOWN_STATES } from '../digest/state-words.ts';

/** Only what is drawn is explained. */
export function legendStates({ rows, tally }: DigestChart): GroupState[] {
  const drawn = new Set([...rows.flatMap(row => row.states), ...(tally ?? []).map(row => row.state)]);
  return SHOWN_STATES.filter(state => drawn.has(state));
}
