import type { ArchiveLine, LineOf } from './line.ts';

/** What lines may refer to. */
type Kind = 'unit' | 'person' | 'group' | 'ticket';

/** A reference to something that no line declares. */
export interface Dangling {
  /** The line that first refers to it. */
  n: number;
  fault: string;
}

/** Sees that everything referred to is declared somewhere in the archive, before or after. */
export interface CrossCheck {
  push(line: ArchiveLine, n: number): void;
  /** What is referred to and stands nowhere, in order of its first line. */
  dangling(): Dangling[];
}

type Reference = readonly [Kind, string | null];

function referencesOf(line: Exclude<ArchiveLine, LineOf<'message'>>): Reference[] {
  switch (line.type) {
    case 'unit':
      return [['unit', line.parent], ...line.leaders.map(id => ['person', id] as const)];
    case 'person':
      return [];
    case 'group':
      return [['unit', line.unit], ...line.cadres.map(id => ['person', id] as const)];
    case 'membership':
      return [
        ['group', line.group],
        ['person', line.person],
      ];
    case 'link':
    case 'contact':
      return [
        ['person', line.cadre],
        ['person', line.person],
      ];
    case 'group-change':
      return [['group', line.to]];
    case 'observation':
      return [['group', line.group]];
    case 'ticket':
      return [
        ['group', line.group],
        ['person', line.requester],
      ];
    case 'ticket-event':
      return [
        ['ticket', line.ticket],
        ['person', line.by],
        ['person', line.to ?? null],
      ];
    case 'inspection':
      return [['unit', line.unit]];
  }
}

const isDeclared = (type: ArchiveLine['type']): type is Kind =>
  type === 'unit' || type === 'person' || type === 'group' || type === 'ticket';

const danglingOf = (kind: string, lines: ReadonlyMap<string, number>): Dangling[] =>
  [...lines].map(([id, n]) => ({
    n,
    fault: `there is no ${kind} “${id}”; add {"type":"${kind}","id":"${id}",…} or correct the id`,
  }));

/** Its memory grows with the people, groups and tickets of the archive, never with its messages. */
export function createCrossCheck(): CrossCheck {
  const declared: Record<Kind, Set<string>> = {
    unit: new Set(),
    person: new Set(),
    group: new Set(),
    ticket: new Set(),
  };
  const wanted: Record<Kind, Map<string, number>> = {
    unit: new Map(),
    person: new Map(),
    group: new Map(),
    ticket: new Map(),
  };
  const want = (kind: Kind, id: string | null, n: number) => {
    if (id === null || declared[kind].has(id) || wanted[kind].has(id)) return;
    wanted[kind].set(id, n);
  };
  return {
    push(line, n) {
      if (line.type === 'message') {
        want('group', line.group, n);
        want('person', line.sender, n);
        for (const id of line.mentions) want('person', id, n);
        return;
      }
      if (isDeclared(line.type) && 'id' in line) {
        declared[line.type].add(line.id);
        wanted[line.type].delete(line.id);
      }
      for (const [kind, id] of referencesOf(line)) want(kind, id, n);
    },
    dangling() {
      const missing = Object.entries(wanted).flatMap(([kind, lines]) => danglingOf(kind, lines));
      return missing.sort((a, b) => a.n - b.n);
    },
  };
}
