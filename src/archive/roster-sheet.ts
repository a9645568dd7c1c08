import { PERSON_ROLES, type PersonRole } from '../people.ts';

/** One person of a roster, as a table gives them. Empty cells are null. */
export interface RosterRow {
  /** The row of the table, the heading being 1. */
  n: number;
  id: string | null;
  name: string;
  role: PersonRole;
  /** Groups they serve or lead, by name or id; empty: every group they are in. */
  groups: string[];
  unit: string | null;
  parentUnit: string | null;
  /** How many people a cadre is to keep in touch with (1+100, 1+10). */
  target: number | null;
}

export type RosterFault = { n: number; fault: string };

/** The Chinese headings of the template, with what an English table calls them. */
export const ROSTER_HEADINGS = [
  ['编号', 'id'],
  ['姓名', 'name'],
  ['身份', 'role'],
  ['群', 'groups'],
  ['单位', 'unit'],
  ['上级单位', 'parent'],
  ['联系人数目标', 'target'],
] as const;

/** 身份 as people write it. */
export const ROLE_WORDS: Readonly<Record<PersonRole, string>> = {
  'cadre-full-time': '专职干部',
  'cadre-part-time': '兼职干部',
  leader: '领导',
  backbone: '骨干',
  volunteer: '志愿者',
  member: '群众',
  bot: '机器人',
  unknown: '未知',
};

const SAME_ROLE: Readonly<Record<string, PersonRole>> = {
  干部: 'cadre-full-time',
  专职: 'cadre-full-time',
  兼职: 'cadre-part-time',
  成员: 'member',
  群成员: 'member',
  居民: 'member',
  基层骨干: 'backbone',
};

const ROLES: ReadonlyMap<string, PersonRole> = new Map([
  ...PERSON_ROLES.map(role => [role, role] as const),
  ...PERSON_ROLES.map(role => [ROLE_WORDS[role], role] as const),
  ...Object.entries(SAME_ROLE),
  ['', 'unknown'],
]);

type Heading = (typeof ROSTER_HEADINGS)[number][1];

const GUESSED = new Map<string, Heading>([
  ['猜测身份', 'role'],
  ['guessed role', 'role'],
]);

function headingsOf(cells: readonly string[]): Map<Heading, number> {
  const found = new Map<Heading, number>();
  cells.forEach((cell, at) => {
    const word = cell.trim().toLowerCase();
    const known = ROSTER_HEADINGS.find(([chinese, english]) => chinese === word || english === word)?.[1];
    const heading = known ?? GUESSED.get(word);
    if (heading && !found.has(heading)) found.set(heading, at);
  });
  return found;
}

function readRow(cellOf: (heading: Heading) => string, n: number): RosterRow | RosterFault {
  const role = ROLES.get(cellOf('role'));
  const target = cellOf('target');
  const name = cellOf('name');
  const id = cellOf('id');
  if (!name && !id) return { n, fault: '没有姓名；请填“姓名”或“编号”' };
  if (!role) {
    const known = Object.values(ROLE_WORDS).join('、');
    return { n, fault: `身份“${cellOf('role')}”不认识；请写${known}之一` };
  }
  if (target && !/^\d{1,6}$/.test(target)) return { n, fault: `联系人数目标“${target}”不是整数；请写如 100` };
  return {
    n,
    id: id || null,
    name,
    role,
    groups: cellOf('groups')
      .split(/[、，,;；]/u)
      .map(text => text.trim())
      .filter(Boolean),
    unit: cellOf('unit') || null,
    parentUnit: cellOf('parent') || null,
    target: target ? Number(target) : null,
  };
}

/** Reads a roster out of the rows of a table; lines that begin with # are remarks. */
export function readRosterTable(table: readonly (readonly string[])[]): {
  rows: RosterRow[];
  faults: RosterFault[];
} {
  const rows: RosterRow[] = [];
  const faults: RosterFault[] = [];
  let headings: Map<Heading, number> | null = null;
  table.forEach((cells, index) => {
    if (cells.every(cell => cell.trim() === '') || cells[0]?.startsWith('#')) return;
    if (!headings) {
      headings = headingsOf(cells);
      return;
    }
    const columns = headings;
    const read = readRow(heading => (cells[columns.get(heading) ?? -1] ?? '').trim(), index + 1);
    if ('fault' in read) faults.push(read);
    else rows.push(read);
  });
  const has: ReadonlyMap<Heading, number> = headings ?? new Map();
  if (!has.has('name') && !has.has('id')) {
    return { rows: [], faults: [{ n: 1, fault: '没有“姓名”或“编号”一列；请用 roster template 的表头' }] };
  }
  return { rows, faults };
}
