import type { ArchiveLine, LineOf } from '../../src/archive/line.ts';
import type { Db } from '../connect.ts';
import {
  contacts,
  groupCadres,
  groupChanges,
  groups,
  inspections,
  links,
  memberships,
  people,
  unitLeaders,
  units,
} from '../schema.ts';

async function unitLines(db: Db): Promise<LineOf<'unit'>[]> {
  const leading = await db.select().from(unitLeaders).orderBy(unitLeaders.personId);
  const rows = await db.select().from(units).orderBy(units.id);
  return rows.map(({ id, name, parentId, level, line }) => ({
    type: 'unit',
    id,
    name,
    parent: parentId,
    level,
    line,
    leaders: leading.filter(row => row.unitId === id).map(row => row.personId),
  }));
}

async function personLines(db: Db): Promise<LineOf<'person'>[]> {
  const rows = await db.select().from(people).orderBy(people.id);
  return rows.map(({ id, name, role, isContact }) => ({
    type: 'person',
    id,
    name,
    role,
    contact: isContact,
  }));
}

async function groupLines(db: Db): Promise<LineOf<'group'>[]> {
  const serving = await db.select().from(groupCadres).orderBy(groupCadres.since, groupCadres.personId);
  const rows = await db.select().from(groups).orderBy(groups.id);
  return rows.map(({ id, name, unitId, kind, size, createdAt, serviceLines }) => ({
    type: 'group',
    id,
    name,
    unit: unitId,
    kind,
    size,
    createdAt,
    cadres: serving.filter(row => row.groupId === id).map(row => row.personId),
    serviceLines,
  }));
}

async function membershipLines(db: Db): Promise<LineOf<'membership'>[]> {
  const rows = await db.select().from(memberships).orderBy(memberships.groupId, memberships.personId);
  return rows.map(({ groupId, personId, role, joinedAt, leftAt }) => ({
    type: 'membership',
    group: groupId,
    person: personId,
    role,
    joinedAt,
    leftAt,
  }));
}

async function linkLines(db: Db): Promise<LineOf<'link'>[]> {
  const rows = await db.select().from(links).orderBy(links.cadreId, links.personId, links.fromAt);
  return rows.map(({ cadreId, personId, fromAt, toAt }) => ({
    type: 'link',
    cadre: cadreId,
    person: personId,
    from: fromAt,
    to: toAt,
  }));
}

async function contactLines(db: Db): Promise<LineOf<'contact'>[]> {
  const rows = await db.select().from(contacts).orderBy(contacts.cadreId, contacts.personId, contacts.at);
  return rows.map(({ cadreId, personId, at, way, acknowledged }) => ({
    type: 'contact',
    cadre: cadreId,
    person: personId,
    at,
    way,
    acknowledged,
  }));
}

async function changeLines(db: Db): Promise<LineOf<'group-change'>[]> {
  const { fromId, toId, act } = groupChanges;
  const rows = await db.select().from(groupChanges).orderBy(fromId, toId, act);
  return rows.map(row => ({
    type: 'group-change',
    from: row.fromId,
    to: row.toId,
    at: row.at,
    act: row.act,
  }));
}

async function inspectionLines(db: Db): Promise<LineOf<'inspection'>[]> {
  const rows = await db.select().from(inspections).orderBy(inspections.unitId, inspections.day);
  return rows.map(({ unitId, day }) => ({ type: 'inspection', unit: unitId, date: day }));
}

/** Who is who, which groups there are, who met whom: everything declared, in the order of the archive's types. */
export async function* declaredLines(db: Db): AsyncGenerator<ArchiveLine> {
  for (const read of [unitLines, personLines, groupLines, membershipLines]) yield* await read(db);
  for (const read of [linkLines, contactLines, changeLines, inspectionLines]) yield* await read(db);
}
