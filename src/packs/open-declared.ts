import type { DeclaredHistory } from '../analysis/group-history.ts';
import type { Roster, Voice } from '../analysis/roster.ts';
import { GROUP_KINDS, GROUP_ROLES, PERSON_ROLES } from '../people.ts';
import { begin, type Columns, end, lengthOf } from './columns.ts';
import { ticketLogOf } from './kept-ticket.ts';
import { lazyShape } from './lazy-shape.ts';
import { NO_DAY, SLOTS, VOICES, WAYS } from './names.ts';
import { openRest, openTickets } from './open-rest.ts';
import { personAt } from './open-rows.ts';

/** What a pack does not keep of its group, because it is a row of its own. */
export type GroupNames = Pick<DeclaredHistory['group'], 'id' | 'name' | 'unitId' | 'serviceLines'>;

const dateAt = ({ f64 }: Columns, index: number): Date | null => {
  const at = f64[index] ?? Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
};

const listOf = <T>(length: number, make: (index: number) => T): T[] => {
  const list: T[] = [];
  for (let index = 0; index < length; index++) list.push(make(index));
  return list;
};

/** The number of a slot's row in a column of everybody; one past the pack for nobody of it. */
const rowOf = (columns: Columns, id: string): number => SLOTS.numberOf(id) ?? lengthOf(columns, 'voice');

/** Who speaks in which capacity, looked up by slot. */
export function openRoster(columns: Columns): Roster {
  const [first, past] = [begin(columns, 'voice'), end(columns, 'voice')];
  const voiceOf = (id: string): Voice | undefined => {
    const at = first + rowOf(columns, id);
    return at < past ? VOICES[columns.u8[at] ?? -1] : undefined;
  };
  return {
    get: voiceOf,
    has: id => voiceOf(id) !== undefined,
    values: () =>
      [...new Set(columns.u8.subarray(first, past))].flatMap(voice => VOICES[voice] ?? []).values(),
  };
}

function openRoles(columns: Columns): DeclaredHistory['roles'] {
  const [first, past] = [begin(columns, 'role'), end(columns, 'role')];
  return {
    get(id) {
      const at = first + rowOf(columns, id);
      return at < past ? PERSON_ROLES[columns.u8[at] ?? -1] : undefined;
    },
  };
}

/** When each person was first heard, up to a day. */
export function openFirstHeard(columns: Columns, lastDay: number): Pick<ReadonlyMap<string, number>, 'get'> {
  const [first, past] = [begin(columns, 'heardDay'), end(columns, 'heardDay')];
  return {
    get(id) {
      const at = first + rowOf(columns, id);
      const day = at < past ? (columns.i16[at] ?? NO_DAY) : NO_DAY;
      const number = columns.head.firstDay + day;
      return day === NO_DAY || number > lastDay ? undefined : number;
    },
  };
}

function openMembers(columns: Columns): DeclaredHistory['members'] {
  const [slots, roles] = [begin(columns, 'member'), begin(columns, 'memberRole')];
  const [joined, left] = [begin(columns, 'memberJoinedAt'), begin(columns, 'memberLeftAt')];
  return listOf(lengthOf(columns, 'member'), row => ({
    personId: personAt(columns, slots + row),
    role: GROUP_ROLES[columns.u8[roles + row] ?? 0] ?? 'unknown',
    joinedAt: dateAt(columns, joined + row),
    leftAt: dateAt(columns, left + row),
  }));
}

function openLinks(columns: Columns): DeclaredHistory['links'] {
  const [cadres, people] = [begin(columns, 'linkCadre'), begin(columns, 'linkPerson')];
  const [from, to] = [begin(columns, 'linkFromAt'), begin(columns, 'linkToAt')];
  return listOf(lengthOf(columns, 'linkCadre'), row => ({
    cadreId: personAt(columns, cadres + row),
    personId: personAt(columns, people + row),
    from: new Date(columns.f64[from + row] ?? 0),
    to: dateAt(columns, to + row),
  }));
}

function openContacts(columns: Columns): DeclaredHistory['contacts'] {
  const [cadres, people] = [begin(columns, 'contactCadre'), begin(columns, 'contactPerson')];
  const [at, ways] = [begin(columns, 'contactAt'), begin(columns, 'contactWay')];
  const acknowledged = begin(columns, 'contactAcknowledged');
  return listOf(lengthOf(columns, 'contactCadre'), row => ({
    cadreId: personAt(columns, cadres + row),
    personId: personAt(columns, people + row),
    at: new Date(columns.f64[at + row] ?? 0),
    way: WAYS[columns.u8[ways + row] ?? 0] ?? 'call',
    acknowledged: columns.u8[acknowledged + row] === 1,
  }));
}

function openGroup({ head }: Columns, names: GroupNames): DeclaredHistory['group'] {
  const { id, name, unitId, serviceLines } = names;
  return {
    id,
    name,
    unitId,
    serviceLines,
    kind: GROUP_KINDS[head.kind] ?? 'grassroots',
    size: head.size,
    createdAt: Number.isNaN(head.createdAt) ? null : new Date(head.createdAt),
  };
}

/** A pack and the names of its group. */
export interface NamedPack {
  columns: Columns;
  names: GroupNames;
}

/** The short lists of a pack and its tickets, read once for all who ask. */
const readTexts = lazyShape<
  Columns,
  { rest: ReturnType<typeof openRest>; kept: ReturnType<typeof openTickets> }
>({
  rest: openRest,
  kept: openTickets,
});

const shape = lazyShape<NamedPack & { texts: ReturnType<typeof readTexts> }, DeclaredHistory>({
  group: ({ columns, names }) => openGroup(columns, names),
  roles: ({ columns }) => openRoles(columns),
  cadreIds: ({ columns }) =>
    listOf(lengthOf(columns, 'cadre'), row => personAt(columns, begin(columns, 'cadre') + row)),
  members: ({ columns }) => openMembers(columns),
  links: ({ columns }) => openLinks(columns),
  contacts: ({ columns }) => openContacts(columns),
  tickets: ({ texts, names }) => texts.kept.tickets.map(ticket => ticketLogOf(ticket, names.id)),
  improvements: ({ texts, names }) => texts.kept.improvements.map(ticket => ticketLogOf(ticket, names.id)),
  survey: ({ texts }) => texts.rest.survey,
  elsewhere: ({ texts }) => texts.rest.elsewhere,
  catalogue: ({ texts }) => texts.rest.catalogue,
  faq: ({ texts }) => texts.rest.faq,
  burden: ({ texts }) => texts.rest.burden,
  inspectionDays: ({ texts }) => texts.rest.inspectionDays,
});

/** What was declared of a pack's group, each part made when it is first asked for. */
export const openDeclared = (columns: Columns, names: GroupNames): DeclaredHistory =>
  shape({ columns, names, texts: readTexts(columns) });
