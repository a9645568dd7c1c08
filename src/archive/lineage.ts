import type { LineOf } from './line.ts';
import type { Survey } from './survey.ts';

/** Where groups came from and went to, from the archive's changes. */
export interface Lineage {
  /** When the group was born, through every merge, rebuild and rename: the oldest forerunner's; null unknown. */
  bornAt(group: LineOf<'group'>): Date | null;
  /** When the group went on as another one; null while it stands. */
  endedAt(groupId: string): Date | null;
}

export function lineageOf({ lines }: Survey): Lineage {
  const groups = new Map(lines.filter(line => line.type === 'group').map(line => [line.id, line]));
  const changes = lines
    .filter(line => line.type === 'group-change')
    .filter(change => change.from !== change.to);
  const forerunners = (id: string) => changes.filter(change => change.to === id).map(change => change.from);
  return {
    bornAt(group) {
      let oldest = group.createdAt;
      const seen = new Set([group.id]);
      for (let next = forerunners(group.id); next.length > 0; next = next.flatMap(forerunners)) {
        next = next.filter(id => !seen.has(id));
        for (const id of next) {
          seen.add(id);
          const born = groups.get(id)?.createdAt;
          if (born && (!oldest || born < oldest)) oldest = born;
        }
      }
      return oldest;
    },
    endedAt(groupId) {
      const ends = changes.filter(change => change.from === groupId).map(change => change.at.getTime());
      return ends.length > 0 ? new Date(Math.max(...ends)) : null;
    },
  };
}
