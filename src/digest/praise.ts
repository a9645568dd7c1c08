import type { GroupAnalysis } from '../analysis/group-analysis.ts';
import { isBad } from '../analysis/state.ts';
import type { DigestInput } from './digest-input.ts';

/** 好的鼓励: healthy groups with help whose members said within the week that it is solved, or that were bad before. */
export function praiseOf(
  groups: readonly GroupAnalysis[],
  previous: DigestInput['previous'],
  confirmed: ReadonlyMap<string, number>,
): DigestInput['praise'] {
  const before = new Map(previous.map(group => [group.groupId, group.state]));
  return groups.flatMap(({ groupId, name, state, measures }) => {
    const help = measures['M2']?.['help'];
    if (state !== 'healthy' || typeof help !== 'number' || help < 1) return [];
    const solved = confirmed.get(groupId) ?? 0;
    if (solved > 0) return [{ groupId, name, why: `${solved}人说解决了` }];
    const was = before.get(groupId);
    return was && isBad(was) ? [{ groupId, name, why: `好转，30天帮到${help}件` }] : [];
  });
}
