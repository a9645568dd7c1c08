import type { SimulatorWorld } from '../../bots/simulator/world.ts';
import { bind, saveAccount } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import { joinGroup } from '../../db/groups.ts';
import { savePerson } from '../../db/people.ts';
import { groupCadres, groups, unitLeaders, units } from '../../db/schema.ts';
import type { PersonRole } from '../../src/people.ts';

export const ACCOUNT = 'bench';
export const GROUPS = 20;
/** Members of each group, who speak in turn. */
export const MEMBERS = 30;

export const groupId = (group: number): string => `group-${group}`;
export const memberId = (group: number, member: number): string => `${groupId(group)}-person-${member}`;

interface Newcomer {
  id: string;
  role: PersonRole;
  groupId: string | null;
}

async function addPerson(db: Db, chat: SimulatorWorld, { id, role, groupId: home }: Newcomer, now: Date) {
  const isContact = role !== 'member';
  chat.addPerson({ id, name: id, isContact });
  await savePerson(db, { id, name: id, role, isContact });
  await bind(db, ACCOUNT, 'person', id, id, now);
  if (home) await joinGroup(db, home, id, isContact ? 'cadre' : 'member', now);
}

/** A street of twenty groups, each with thirty members and a cadre, and one leader; in the database and in the chat alike. */
export async function furnishStreet(db: Db, chat: SimulatorWorld, now: Date): Promise<void> {
  await saveAccount(db, ACCOUNT, chat.bot.name);
  await db
    .insert(units)
    .values({ id: 'street', name: '街道', parentId: null, level: 'street', line: 'bench' });
  await addPerson(db, chat, { id: 'leader', role: 'leader', groupId: null }, now);
  await db.insert(unitLeaders).values({ unitId: 'street', personId: 'leader' });
  for (let group = 0; group < GROUPS; group++) {
    const id = groupId(group);
    const cadre = `${id}-cadre`;
    const members = Array.from({ length: MEMBERS }, (_, at) => memberId(group, at));
    for (const member of members) await addPerson(db, chat, { id: member, role: 'member', groupId: id }, now);
    await addPerson(db, chat, { id: cadre, role: 'cadre-full-time', groupId: id }, now);
    chat.addGroup({ id, name: id, members: [...members, cadre].map(each => ({ id: each })) });
    const shape = { name: id, unitId: 'street', kind: 'grassroots' as const, size: 122, serviceLines: [] };
    const since = { createdAt: now, boundAt: now, noticeAt: now };
    await db.insert(groups).values({ id, ...shape, ...since, bindCode: null });
    await db.insert(groupCadres).values({ groupId: id, personId: cadre, since: now });
    await bind(db, ACCOUNT, 'group', id, id, now);
  }
}
