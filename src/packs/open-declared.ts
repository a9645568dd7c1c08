import type { DeclaredHistory } from '../analysis/group-history.ts';
import type { Roster } from '../analysis/roster.ts';
import { GROUP_KINDS, GROUP_ROLES, PERSON_ROLES } from '../people.ts';
import { begin, type Columns, end, lengthOf } from './columns.ts';
import { ticketLogOf } from './kept-ticket.ts';
import { lazyShape } from './lazy-shape.ts';
import { listOf } from './list-of.ts';
import { NO_DAY, SLOTS, VOICES, WAYS } from './names.ts';
import { openBurden, openElsewhere, openFaq, openRest, openSurvey, openTickets } from './open-rest.ts';
import { personAt } from './open-rows.ts';

/** What a pack does not keep of its group, because it is a row of its own. */
export type GroupNames = Pick<DeclaredHistory['group'], 'id' | 'name' | 'unitId' | 'serviceLines'>;

const dateAt = ({ f64 }: Columns, index: number): Date | null => {
  const at = f64[index] ?? Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
};

/** The number of a slot's row in a column of everybody; one past the pack for nobody of it. */
const rowOf = (columns: Columns, id: string): number => SLOTS.numberOf(id) ?? lengthOf(columns, 'voice');

/** A column of everybody, by slot. */
interface Everybody {
  numbers: Uint8Array;
  first: number;
  past: number;
}

/** The number of somebody; -1 for nobody of this pack. */
function numberOf({ numbers, first, past }: Everybody, id: string): number {
  const slot = SLOTS.numberOf(id);
  return slot === undefined || first + slot >= past ? -1 : (numbers[first + slot] ?? -1);
}

/** Who speaks in which capacity, looked up by slot. */
export function openRoster(columns: Columns): Roster {
  const all = { numbers: columns.u8, first: begin(columns, 'voice'), past: end(columns, 'voice') };
  return {
    get: id => VOICES[numberOf(all, id)],
    has: id => VOICES[numberOf(all, id)] !== undefined,
    values: () =>
      [...new Set(all.numbers.subarray(all.first, all.past))].flatMap(voice => VOICES[voice] ?? []).values(),
  };
}

function openRoles(columns: Columns): DeclaredHistory['roles'] {
  const all = { numbers: columns.u8, first: begin(columns, 'role'), past: end(columns, 'role') };
  return { get: id => PERSON_ROLES[numberOf(all, id)] };
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
  survey: ({ columns }) => openSurvey(columns),
  elsewhere: ({ columns, texts }) => openElsewhere(columns, texts.rest),
  catalogue: ({ texts }) => texts.rest.lines && { lines: texts.rest.lines },
  faq: ({ columns, texts }) => openFaq(columns, texts.rest),
  burden: ({ columns, texts }) => openBurden(columns, texts.rest),
  inspectionDays: ({ texts }) => texts.rest.inspectionDays,
});

/** What was declared of a pack's group, each part made when it is first asked for. */
export const openDeclared = (columns: Columns, names: GroupNames): DeclaredHistory =>
  shape({ columns, names, texts: readTexts(columns) });
