import { bandOf } from '../analysis/band.ts';
import type { Band, GroupState } from '../analysis/group-analysis.ts';
import type { DigestInput } from './digest-input.ts';

const WORSE: Record<Band, number> = { green: 0, yellow: 1, red: 2, grey: Number.NaN };

/** How grave a state is by itself; not a number where nothing was judged, so that no comparison holds. */
const gravityOf = (state: GroupState): number => WORSE[bandOf(state, null)];

/** Groups whose state got better or worse since the week before, in the order given; unknown compares with nothing. */
export interface Changes {
  better: string[];
  worse: string[];
}

export function changesOf({ groups, previous }: Pick<DigestInput, 'groups' | 'previous'>): Changes {
  const before = new Map(previous.map(group => [group.groupId, gravityOf(group.state)]));
  const was = (groupId: string): number => before.get(groupId) ?? Number.NaN;
  return {
    better: groups.filter(g => gravityOf(g.state) < was(g.groupId)).map(g => g.name),
    worse: groups.filter(g => gravityOf(g.state) > was(g.groupId)).map(g => g.name),
  };
}
