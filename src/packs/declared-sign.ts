import type { GroupHistory } from '../analysis/group-history.ts';

/** A number that differs when something else was declared of a group: 32 bits, so that a change is missed once in billions. */
export function declaredSign({ days: _days, roles, elsewhere, ...declared }: GroupHistory): number {
  const roleOf = (id: string) => roles.get(id) ?? null;
  const text = JSON.stringify([
    declared,
    elsewhere.kinds,
    declared.cadreIds.map(roleOf),
    declared.members.map(({ personId }) => roleOf(personId)),
    declared.links.map(({ personId }) => roleOf(personId)),
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
