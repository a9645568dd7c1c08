import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Person, PersonRole } from '../src/people.ts';
import type { Db } from './connect.ts';
import { groupCadres, groups, links, memberships, people, standIns, unitLeaders, units } from './schema.ts';

const asPerson = { id: people.id, name: people.name, role: people.role, isContact: people.isContact };

export async function personById(db: Db, id: string): Promise<Person | null> {
  const [found] = await db.select(asPerson).from(people).where(eq(people.id, id));
  return found ?? null;
}

export async function peopleByIds(db: Db, ids: string[]): Promise<Person[]> {
  return ids.length ? db.select(asPerson).from(people).where(inArray(people.id, ids)) : [];
}

/** Adds a person, or corrects the name; the role of somebody known is never changed here. */
export async function savePerson(db: Db, person: Person & { bindCode?: string }): Promise<void> {
  const row = { ...person, bindCode: person.bindCode ?? null };
  await db
    .insert(people)
    .values(row)
    .onConflictDoUpdate({ target: people.id, set: { name: person.name } });
}

export async function setContact(db: Db, id: string, isContact: boolean): Promise<void> {
  await db.update(people).set({ isContact }).where(eq(people.id, id));
}

/** The person whose one-time code this is; the code is used up. */
export async function claimPersonCode(db: Db, code: string): Promise<Person | null> {
  const [found] = await db
    .update(people)
    .set({ bindCode: null, isContact: true })
    .where(eq(people.bindCode, code))
    .returning(asPerson);
  return found ?? null;
}

/** Cadres bound to a group, in the order they took it on. */
async function boundCadresOf(db: Db, groupId: string): Promise<Person[]> {
  return db
    .select(asPerson)
    .from(groupCadres)
    .innerJoin(people, eq(people.id, groupCadres.personId))
    .where(eq(groupCadres.groupId, groupId))
    .orderBy(groupCadres.since, people.id);
}

const once = (persons: readonly Person[]): Person[] => [
  ...new Map(persons.map(person => [person.id, person])).values(),
];

/** Who counts as a cadre of a group in the measures: those bound to it, and whoever ever stood in for one of them. */
export async function cadresOf(db: Db, groupId: string): Promise<Person[]> {
  const bound = await boundCadresOf(db, groupId);
  const rows = await standInsOf(
    db,
    bound.map(person => person.id),
  );
  return once([...bound, ...(await peopleByIds(db, [...new Set(rows.map(row => row.standInId))]))]);
}

/** Who answers for a group at a moment: those bound to it who are there, and in the place of one away the stand-in. */
export async function servingCadresOf(db: Db, groupId: string, now: Date): Promise<Person[]> {
  const bound = await boundCadresOf(db, groupId);
  const ids = bound.map(person => person.id);
  const away = (await standInsOf(db, ids)).filter(
    row => row.fromAt <= now && (row.toAt === null || row.toAt > now),
  );
  const standIns = await peopleByIds(db, [...new Set(away.map(row => row.standInId))]);
  const gone = await gonePeople(db, groupId, ids);
  const serving = bound.flatMap(person => {
    const row = away.findLast(each => each.cadreId === person.id);
    if (row) return standIns.filter(each => each.id === row.standInId);
    return gone.has(person.id) ? [] : [person];
  });
  return once(serving);
}

/** Those of these people who left the group in the chat. */
async function gonePeople(db: Db, groupId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = ids.length
    ? await db
        .select({ id: memberships.personId })
        .from(memberships)
        .where(
          and(
            eq(memberships.groupId, groupId),
            inArray(memberships.personId, [...ids]),
            isNotNull(memberships.leftAt),
          ),
        )
    : [];
  return new Set(rows.map(row => row.id));
}

/** Everybody who stands, stood or will stand in for these cadres, in order of time. */
export async function standInsOf(db: Db, cadreIds: readonly string[]) {
  return cadreIds.length
    ? db
        .select()
        .from(standIns)
        .where(inArray(standIns.cadreId, [...cadreIds]))
        .orderBy(standIns.fromAt)
    : [];
}

/** The unit and every unit above it, nearest first. */
export async function unitsUpward(db: Db, unitId: string): Promise<string[]> {
  const upward: string[] = [];
  let at: string | null = unitId;
  while (at && !upward.includes(at)) {
    upward.push(at);
    const [unit]: { parentId: string | null }[] = await db
      .select({ parentId: units.parentId })
      .from(units)
      .where(eq(units.id, at));
    at = unit?.parentId ?? null;
  }
  return upward;
}

/** Leaders of the nearest unit upward that has any. */
export async function leadersOf(db: Db, unitId: string): Promise<Person[]> {
  for (const id of await unitsUpward(db, unitId)) {
    const leaders = await db
      .select(asPerson)
      .from(unitLeaders)
      .innerJoin(people, eq(people.id, unitLeaders.personId))
      .where(eq(unitLeaders.unitId, id))
      .orderBy(people.id);
    if (leaders.length) return leaders;
  }
  return [];
}

/** Everyone who leads some unit, with the unit. */
export async function allLeaders(db: Db): Promise<{ personId: string; unitId: string }[]> {
  return db
    .select({ personId: unitLeaders.personId, unitId: unitLeaders.unitId })
    .from(unitLeaders)
    .orderBy(unitLeaders.unitId, unitLeaders.personId);
}

export async function allUnits(db: Db) {
  return db.select().from(units).orderBy(units.id);
}

/** Cadres anywhere by their name of the roster or the one they go by in a group, for "转 12 @…" without a mention's id. */
export async function cadresNamed(db: Db, name: string): Promise<Person[]> {
  const rows = await db
    .selectDistinct(asPerson)
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.leftAt)))
    .where(or(eq(people.name, name), eq(memberships.alias, name)))
    .orderBy(people.id);
  return rows.filter(person => person.role.startsWith('cadre-'));
}

export async function rolesOf(db: Db, ids: string[]): Promise<Map<string, PersonRole>> {
  return new Map((await peopleByIds(db, ids)).map(person => [person.id, person.role]));
}

/** Cadres and leaders whom the bot cannot write to in private: the operator must make them friends. */
export async function unreachableStaff(db: Db): Promise<Person[]> {
  const rows = await db.select(asPerson).from(people).where(eq(people.isContact, false)).orderBy(people.id);
  return rows.filter(person => person.role.startsWith('cadre-') || person.role === 'leader');
}

export async function linksOfCadres(db: Db, cadreIds: string[]) {
  return cadreIds.length ? db.select().from(links).where(inArray(links.cadreId, cadreIds)) : [];
}

/** Leaders of the unit and of every unit above it. */
export async function leadersUpward(db: Db, unitId: string): Promise<Person[]> {
  return db
    .selectDistinct(asPerson)
    .from(unitLeaders)
    .innerJoin(people, eq(people.id, unitLeaders.personId))
    .where(inArray(unitLeaders.unitId, await unitsUpward(db, unitId)))
    .orderBy(people.id);
}

/** Cadres bound to any group of the unit. */
export async function cadresOfUnit(db: Db, unitId: string): Promise<Person[]> {
  return db
    .selectDistinct(asPerson)
    .from(groupCadres)
    .innerJoin(people, eq(people.id, groupCadres.personId))
    .innerJoin(groups, eq(groups.id, groupCadres.groupId))
    .where(eq(groups.unitId, unitId))
    .orderBy(people.id);
}

/** Everybody who is bound to a group as its cadre. */
export async function groupCadreIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: groupCadres.personId })
    .from(groupCadres)
    .orderBy(groupCadres.personId);
  return rows.map(row => row.id);
}

export async function unitName(db: Db, unitId: string): Promise<string> {
  const [unit] = await db.select({ name: units.name }).from(units).where(eq(units.id, unitId));
  return unit?.name ?? '';
}
