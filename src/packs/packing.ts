import { dayNumberAt, startOfDayNumber } from '../analysis/day-number.ts';
import type { DeclaredHistory } from '../analysis/group-history.ts';
import type { Roster } from '../analysis/roster.ts';
import { PERSON_ROLES } from '../people.ts';
import type { Column } from './columns.ts';
import { NEVER_DAY, NO_DAY, NONE, VOICES } from './names.ts';

/** One pack while it is being filled. */
export interface Packing {
  firstDay: number;
  /** Adds numbers to the end of a column. */
  put(column: Column, ...numbers: number[]): void;
  /** A day number as the pack counts it. */
  day(day: number): number;
  dayAt(at: number): number;
  /** Milliseconds of its Shanghai day. */
  ms(at: number): number;
  /** The slot of a person; the next free one for somebody new. */
  slot(personId: string): number;
  /** The reference of a message; -1 for none. */
  reference(messageId: string | null): number;
  /** The number of a likeness, from 1 on; 0 for none. */
  likeness(key: string | null): number;
  /** Whether a likeness has been met. */
  isMet(key: string): boolean;
  people(): string[];
  /** Ids of messages, in the order of their references. */
  messages(): string[];
  columns: Partial<Record<Column, number[]>>;
}

/** Counts up through what it is asked for. */
function createCounter() {
  const numbers = new Map<string, number>();
  return {
    of(key: string): number {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    },
    has: (key: string) => numbers.has(key),
    keys: () => [...numbers.keys()],
  };
}

export function createPacking(firstDay: number): Packing {
  const columns: Partial<Record<Column, number[]>> = {};
  const [people, messages, likenesses] = [createCounter(), createCounter(), createCounter()];
  const day = (number: number) => Math.max(NEVER_DAY, Math.min(NO_DAY - 1, number - firstDay));
  return {
    firstDay,
    columns,
    put(column, ...numbers) {
      const known = columns[column];
      if (known) known.push(...numbers);
      else columns[column] = numbers;
    },
    day,
    dayAt: at => day(dayNumberAt(at)),
    ms: at => at - startOfDayNumber(dayNumberAt(at)),
    slot: people.of,
    reference: id => (id === null ? -1 : messages.of(id)),
    likeness: key => (key === null ? 0 : 1 + likenesses.of(key)),
    isMet: likenesses.has,
    people: people.keys,
    messages: messages.keys,
  };
}

/** Writes in which capacity everybody with a slot speaks, and their declared role. */
export function putPeople(packing: Packing, roster: Roster, roles: DeclaredHistory['roles']): void {
  for (const id of packing.people()) {
    const voice = roster.get(id);
    const role = roles.get(id);
    packing.put('voice', voice === undefined ? NONE : VOICES.indexOf(voice));
    packing.put('role', role === undefined ? NONE : PERSON_ROLES.indexOf(role));
  }
}
