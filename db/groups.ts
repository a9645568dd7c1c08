import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { GroupRole } from '../src/people.ts';
import type { Db } from './connect.ts';
import { groupCadres, groups, memberships, people } from './schema.ts';

export type Group = typeof groups.$inferSelect;

export async function groupById(db: Db, id: string): Promise<Group | null> {
  const [found] = await db.select().from(groups).where(eq(groups.id, id));
  return found ?? null;
}

/** Groups the bot listens to, in the order they were made. */
export async function boundGroups(db: Db): Promise<Group[]> {
  return db.select().from(groups).where(isNotNull(groups.boundAt)).orderBy(groups.id);
}

/** Every group that is registered, bound or not. */
export async function allGroups(db: Db): Promise<Group[]> {
  return db.select().from(groups).orderBy(groups.id);
}

/** The group whose one-time code this is, bound from now on; null when no group has it. */
export async function claimGroupCode(db: Db, code: string, now: Date): Promise<Group | null> {
  const [found] = await db
    .update(groups)
    .set({ bindCode: null, boundAt: now })
    .where(eq(groups.bindCode, code))
    .returning();
  return found ?? null;
}

export async function renameGroup(db: Db, id: string, name: string): Promise<void> {
  await db.update(groups).set({ name }).where(eq(groups.id, id));
}

/** True once only: the notice of a group is posted when it is bound, and never again. */
export async function claimNotice(db: Db, id: string, now: Date): Promise<boolean> {
  const claimed = await db
    .update(groups)
    .set({ noticeAt: now })
    .where(and(eq(groups.id, id), isNull(groups.noticeAt)))
    .returning({ id: groups.id });
  return claimed.length > 0;
}

/** Adds or brings back a member; a role that was declared is kept. */
export async function joinGroup(
  db: Db,
  groupId: string,
  personId: string,
  role: GroupRole,
  joinedAt: Date | null,
  alias: string | null = null,
): Promise<void> {
  await db
    .insert(memberships)
    .values({ groupId, personId, role, alias, joinedAt, leftAt: null })
    .onConflictDoUpdate({ target: [memberships.groupId, memberships.personId], set: { leftAt: null } });
}

export async function leaveGroup(db: Db, groupId: string, personId: string, at: Date): Promise<void> {
  await db
    .update(memberships)
    .set({ leftAt: at })
    .where(and(eq(memberships.groupId, groupId), eq(memberships.personId, personId)));
}

/** What the chat shows somebody as in a group; null where that is their own name. */
export async function setAlias(
  db: Db,
  groupId: string,
  personId: string,
  alias: string | null,
): Promise<void> {
  await db
    .update(memberships)
    .set({ alias })
    .where(and(eq(memberships.groupId, groupId), eq(memberships.personId, personId)));
}

/** They were in the group and left it; false for those in it, and for those nobody ever counted in. */
export async function groupMemberLeft(db: Db, groupId: string, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ leftAt: memberships.leftAt })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.personId, personId)));
  return row !== undefined && row.leftAt !== null;
}

export async function groupIdsOfMember(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.groupId })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.leftAt), isNotNull(groups.boundAt)))
    .orderBy(memberships.groupId);
  return rows.map(row => row.id);
}

/** Everybody who is or was in the group, with the role declared for them there. */
export async function membersOf(db: Db, groupId: string): Promise<{ personId: string; role: GroupRole }[]> {
  return db
    .select({ personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.groupId, groupId));
}

/** How many people the chat says are in the group: what 上百人 is measured by. */
export async function sizeGroup(db: Db, groupId: string, size: number): Promise<void> {
  await db.update(groups).set({ size }).where(eq(groups.id, groupId));
}

/** What the person is called in the group: alias first, else name. */
export async function nameIn(db: Db, groupId: string, personId: string): Promise<string> {
  const [row] = await db
    .select({ name: people.name, alias: memberships.alias })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.groupId, groupId)))
    .where(eq(people.id, personId));
  return row?.alias ?? row?.name ?? '';
}

/** Bound groups a cadre answers for. */
export async function groupIdsOfCadre(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: groupCadres.groupId })
    .from(groupCadres)
    .innerJoin(groups, eq(groups.id, groupCadres.groupId))
    .where(and(eq(groupCadres.personId, personId), isNotNull(groups.boundAt)))
    .orderBy(groupCadres.groupId);
  return rows.map(row => row.id);
}

/** Names and aliases of everybody who is or was in the group: what is redacted of what was said there. */
export async function namesIn(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .select({ name: people.name, alias: memberships.alias })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.groupId, groupId));
  return rows.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));
}
