import { eq } from 'drizzle-orm';
import { groupRoleOf } from '../src/archive/apply-roster.ts';
import { idFor } from '../src/archive/gather-export.ts';
import type { RosterRow } from '../src/archive/roster-sheet.ts';
import { isCadre } from '../src/people.ts';
import type { Db } from './connect.ts';
import { groupCadres, groups, memberships, people, unitLeaders, units } from './schema.ts';

/** What a roster brought in; codes are said once to the bot (绑定 …) to bind a person or a group. */
export interface RosterImported {
  people: number;
  groups: number;
  units: number;
  codes: { kind: 'person' | 'group'; name: string; code: string }[];
}

/** Makes a one-time code. */
type NewCode = () => string;

async function unitNamed(
  tx: Db,
  name: string,
  parentId: string | null,
  done: RosterImported,
): Promise<string> {
  const [known] = await tx.select().from(units).where(eq(units.name, name));
  const id = known?.id ?? idFor('unit', name);
  if (!known) {
    await tx.insert(units).values({ id, name, parentId, level: '', line: '' });
    done.units++;
  } else if (parentId !== null && known.parentId === null && parentId !== id) {
    await tx.update(units).set({ parentId }).where(eq(units.id, id));
  }
  return id;
}

async function personOf(tx: Db, row: RosterRow, newCode: NewCode, done: RosterImported): Promise<string> {
  const id = row.id ?? idFor('person', 'roster', row.unit ?? '', row.name);
  const [known] = await tx.select().from(people).where(eq(people.id, id));
  if (known) {
    if (known.role !== row.role) await tx.update(people).set({ role: row.role }).where(eq(people.id, id));
    return id;
  }
  const serves = isCadre(row.role) || row.role === 'leader';
  const bindCode = serves ? newCode() : null;
  await tx.insert(people).values({ id, name: row.name, role: row.role, isContact: false, bindCode });
  done.people++;
  if (bindCode) done.codes.push({ kind: 'person', name: row.name, code: bindCode });
  return id;
}

async function groupNamed(
  tx: Db,
  named: string,
  unitId: string,
  newCode: NewCode,
  done: RosterImported,
): Promise<string> {
  const [byId] = await tx.select().from(groups).where(eq(groups.id, named));
  const [known] = byId ? [byId] : await tx.select().from(groups).where(eq(groups.name, named));
  if (known) return known.id;
  const id = idFor('group', 'roster', unitId, named);
  const bindCode = newCode();
  const shape = { kind: 'grassroots' as const, size: 0, createdAt: null, serviceLines: [] };
  await tx
    .insert(groups)
    .values({ id, name: named, unitId, ...shape, boundAt: null, bindCode, noticeAt: null });
  done.groups++;
  done.codes.push({ kind: 'group', name: named, code: bindCode });
  return id;
}

/** A cadre without a group of their own serves every group of the unit that is known by then. */
async function groupsOfUnit(tx: Db, unitId: string): Promise<string[]> {
  const known = await tx.select({ id: groups.id }).from(groups).where(eq(groups.unitId, unitId));
  return known.map(group => group.id);
}

/** Brings a roster in: units, people, groups and who serves them. The same roster twice changes nothing. Call inside a transaction. */
export async function importRoster(
  tx: Db,
  rows: readonly RosterRow[],
  now: Date,
  newCode: NewCode,
): Promise<RosterImported> {
  const done: RosterImported = { people: 0, groups: 0, units: 0, codes: [] };
  for (const row of rows) {
    const parentId = row.parentUnit ? await unitNamed(tx, row.parentUnit, null, done) : null;
    const unitId = await unitNamed(tx, row.unit ?? '未分单位', parentId, done);
    const personId = await personOf(tx, row, newCode, done);
    if (row.role === 'leader')
      await tx.insert(unitLeaders).values({ unitId, personId }).onConflictDoNothing();
    const named: string[] = [];
    for (const name of row.groups) named.push(await groupNamed(tx, name, unitId, newCode, done));
    const serves = row.groups.length || !isCadre(row.role) ? named : await groupsOfUnit(tx, unitId);
    for (const groupId of serves) {
      if (isCadre(row.role)) {
        await tx.insert(groupCadres).values({ groupId, personId, since: now }).onConflictDoNothing();
      }
      const role = groupRoleOf(row.role);
      const membership = { groupId, personId, role, alias: null, joinedAt: null, leftAt: null };
      await tx.insert(memberships).values(membership).onConflictDoNothing();
    }
  }
  return done;
}
