import { postedIn } from '../analysis/group-day.ts';
import type { GroupHistory } from '../analysis/group-history.ts';
import type { GroupKind } from '../people.ts';
import type { Survey } from './survey.ts';

/** All groups that each person is a cadre of, id and kind, by person id. */
export function groupsByCadre({ lines }: Survey): Map<string, [groupId: string, kind: GroupKind][]> {
  const cadresOf = new Map<string, Set<string>>();
  for (const line of lines) if (line.type === 'group') cadresOf.set(line.id, new Set(line.cadres));
  for (const line of lines) {
    if (line.type === 'membership' && line.role === 'cadre') cadresOf.get(line.group)?.add(line.person);
  }
  const served = new Map<string, [groupId: string, kind: GroupKind][]>();
  for (const line of lines) {
    if (line.type !== 'group') continue;
    for (const id of cadresOf.get(line.id) ?? [])
      served.set(id, [...(served.get(id) ?? []), [line.id, line.kind]]);
  }
  return served;
}

/** The histories, each with the fingerprints that its cadres posted in their other groups of the archive (F17). */
export function withCopies(histories: readonly GroupHistory[]): GroupHistory[] {
  const groupsOf = new Map<string, Map<string, Set<string>>>();
  for (const { group, days } of histories) {
    for (const { byId, fingerprint } of postedIn(days)) {
      const own = groupsOf.get(byId) ?? new Map<string, Set<string>>();
      groupsOf.set(byId, own);
      own.set(fingerprint, (own.get(fingerprint) ?? new Set()).add(group.id));
    }
  }
  return histories.map(history => {
    const copied = new Set(
      postedIn(history.days).flatMap(({ byId, fingerprint }) =>
        (groupsOf.get(byId)?.get(fingerprint)?.size ?? 0) > 1 ? [fingerprint] : [],
      ),
    );
    return { ...history, elsewhere: { ...history.elsewhere, fingerprints: [...copied].sort() } };
  });
}
