import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Person } from '../src/people.ts';
import type { Db } from './connect.ts';
import { groups, memberships, people } from './schema.ts';

/** Somebody of a name, with the group they are in. */
export interface FoundMember {
  person: Person;
  groupId: string;
  groupName: string;
}

/** Who of these groups goes by a name now, the one of the roster or the one shown in the chat. */
export async function membersNamed(
  db: Db,
  groupIds: readonly string[],
  name: string,
): Promise<FoundMember[]> {
  if (!groupIds.length || name === '') return [];
  const rows = await db
    .select({
      person: { id: people.id, name: people.name, role: people.role, isContact: people.isContact },
      groupId: groups.id,
      groupName: groups.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(
        inArray(memberships.groupId, [...groupIds]),
        isNull(memberships.leftAt),
        or(eq(people.name, name), eq(memberships.alias, name)),
      ),
    )
    .orderBy(memberships.groupId, people.id);
  return rows;
}

/** The first of these groups that the person is in now; null when they are in none. */
export async function sharedGroupId(
  db: Db,
  groupIds: readonly string[],
  personId: string,
): Promise<string | null> {
  const rows = groupIds.length
    ? await db
        .select({ id: memberships.groupId })
        .from(memberships)
        .where(
          and(
            inArray(memberships.groupId, [...groupIds]),
            eq(memberships.personId, personId),
            isNull(memberships.leftAt),
          ),
        )
        .orderBy(memberships.groupId)
    : [];
  return rows[0]?.id ?? null;
}

/** What somebody is called where that was last seen in the chat, else by the roster. */
export async function nameOfMember(db: Db, personId: string): Promise<string> {
  const [row] = await db
    .select({ name: people.name, alias: memberships.alias })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNotNull(memberships.alias)))
    .where(eq(people.id, personId))
    .orderBy(memberships.groupId);
  return row?.alias ?? row?.name ?? '';
}
