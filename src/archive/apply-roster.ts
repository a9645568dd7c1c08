import { type GroupRole, isCadre, type PersonRole } from '../people.ts';
import { idFor } from './gather-export.ts';
import type { ArchiveLine, LineOf } from './line.ts';
import type { RosterRow } from './roster-sheet.ts';

type HeadLine = Exclude<ArchiveLine, LineOf<'message'>>;

/** An archive's lines after a roster was applied, and the rows that fitted nobody or too many. */
export interface Applied {
  lines: HeadLine[];
  unmatched: { n: number; why: string }[];
}

/** What a person of this role is in a group they belong to. */
export function groupRoleOf(role: PersonRole): GroupRole {
  if (role === 'cadre-full-time' || role === 'cadre-part-time') return 'cadre';
  return role === 'leader' ? 'unknown' : role;
}

const unitIdFor = (name: string): string => idFor('unit', name);

/** The person a row means: by id, else by a name that only one person has. */
function matchRows(people: readonly LineOf<'person'>[], rows: readonly RosterRow[]) {
  const byId = new Map(people.map(person => [person.id, person]));
  const byName = new Map<string, LineOf<'person'>[]>();
  for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  const matched = new Map<string, RosterRow>();
  const unmatched: Applied['unmatched'] = [];
  const newcomers: LineOf<'person'>[] = [];
  for (const row of rows) {
    const named = byName.get(row.name) ?? [];
    const found = (row.id ? byId.get(row.id) : undefined) ?? (named.length === 1 ? named[0] : undefined);
    if (found) matched.set(found.id, row);
    else if (named.length > 1)
      unmatched.push({ n: row.n, why: `“${row.name}”有${named.length}人同名，请填编号` });
    else if (row.role === 'leader') {
      // A leader need not be in any group to lead a unit.
      const id = row.id ?? idFor('person', 'roster', row.name);
      newcomers.push({ type: 'person', id, name: row.name, role: 'leader', contact: false });
      matched.set(id, row);
    } else unmatched.push({ n: row.n, why: `“${row.name || row.id}”不在聊天记录里` });
  }
  return { matched, unmatched, newcomers };
}

/** Units that the roster names, under those it names above them. */
function unitsOf(
  matched: ReadonlyMap<string, RosterRow>,
  known: readonly LineOf<'unit'>[],
): LineOf<'unit'>[] {
  const units = new Map<string, LineOf<'unit'>>();
  const unitNamed = (name: string): LineOf<'unit'> => {
    const id = known.find(unit => unit.name === name)?.id ?? unitIdFor(name);
    const unit = units.get(name) ?? known.find(other => other.id === id);
    const line: LineOf<'unit'> = unit ?? {
      type: 'unit',
      id,
      name,
      parent: null,
      level: '',
      line: '',
      leaders: [],
    };
    units.set(name, line);
    return line;
  };
  for (const [personId, row] of matched) {
    if (!row.unit) continue;
    const unit = unitNamed(row.unit);
    const parent = row.parentUnit ? unitNamed(row.parentUnit).id : unit.parent;
    const leaders = row.role === 'leader' ? [...new Set([...unit.leaders, personId])] : unit.leaders;
    units.set(row.unit, { ...unit, parent, leaders });
  }
  return [...units.values()];
}

const servesGroup = (row: RosterRow, group: LineOf<'group'>): boolean =>
  row.groups.length === 0 || row.groups.includes(group.id) || row.groups.includes(group.name);

/** Puts the declared roles of a roster into an archive: people, memberships, the cadres and units of groups. */
export function applyRoster(lines: readonly HeadLine[], rows: readonly RosterRow[]): Applied {
  const people = lines.filter(line => line.type === 'person');
  const { matched, unmatched, newcomers } = matchRows(people, rows);
  const units = unitsOf(
    matched,
    lines.filter(line => line.type === 'unit'),
  );
  const memberIds = new Map<string, string[]>();
  for (const line of lines) {
    if (line.type === 'membership')
      memberIds.set(line.group, [...(memberIds.get(line.group) ?? []), line.person]);
  }

  const withCadres = (group: LineOf<'group'>): LineOf<'group'> => {
    const serving = [...matched].filter(
      ([id, row]) =>
        isCadre(row.role) &&
        servesGroup(row, group) &&
        (row.groups.length > 0 || (memberIds.get(group.id) ?? []).includes(id)),
    );
    const unit = serving.map(([, row]) => units.find(known => known.name === row.unit)?.id).find(Boolean);
    const cadres = [...new Set([...group.cadres, ...serving.map(([id]) => id)])];
    return { ...group, cadres, unit: unit ?? group.unit };
  };
  const changed = (line: HeadLine): HeadLine => {
    if (line.type === 'group') return withCadres(line);
    const row = line.type === 'person' ? matched.get(line.id) : undefined;
    if (row && line.type === 'person') return { ...line, role: row.role };
    const member = line.type === 'membership' ? matched.get(line.person) : undefined;
    if (member && line.type === 'membership') return { ...line, role: groupRoleOf(member.role) };
    return line;
  };
  const ids = new Set(units.map(unit => unit.id));
  const kept = lines.filter(line => line.type !== 'unit' || !ids.has(line.id)).map(changed);
  return { lines: [...units, ...newcomers, ...kept], unmatched };
}
