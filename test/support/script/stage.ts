import type { SimulatorWorld } from '../../../bots/simulator/world.ts';
import { bind, saveAccount } from '../../../db/bindings.ts';
import type { OpenDb } from '../../../db/connect.ts';
import { saveDigest } from '../../../db/digests.ts';
import { joinGroup } from '../../../db/groups.ts';
import { savePerson } from '../../../db/people.ts';
import { groupCadres, groups, links, observations, unitLeaders, units } from '../../../db/schema.ts';
import type { PersonRole } from '../../../src/people.ts';
import { addDays, dayOf, weekOf } from '../../../src/time.ts';
import { ACCOUNT } from '../world.ts';
import type { Cast } from './parse.ts';

const UNIT = 'unit';

const roleOf = (cast: Cast, name: string): PersonRole =>
  cast.leaders.includes(name) ? 'leader' : cast.cadres.includes(name) ? 'cadre-full-time' : 'member';

/** Puts the cast of a script into the database and the chat alike; everybody's id is their name. */
export const stageOf = (cast: Cast) => async (open: OpenDb, chat: SimulatorWorld, now: Date) => {
  const { db } = open;
  const since = new Date(now.getTime() - 90 * 86_400_000);
  await saveAccount(db, ACCOUNT, chat.bot.name);
  await db
    .insert(units)
    .values({ id: UNIT, name: cast.unit, parentId: null, level: 'street', line: 'youth' });
  for (const name of new Set([...cast.leaders, ...cast.cadres, ...cast.members])) {
    const isContact = cast.friends.includes(name);
    chat.addPerson({ id: name, name, isContact });
    await savePerson(db, { id: name, name, role: roleOf(cast, name), isContact });
    await bind(db, ACCOUNT, 'person', name, name, now);
  }
  for (const name of cast.newcomers) chat.addPerson({ id: name, name });
  for (const personId of cast.leaders) {
    await db.insert(unitLeaders).values({ unitId: UNIT, personId });
    // The week before the script has been told of.
    const week = weekOf(addDays(dayOf(now), -7));
    await saveDigest(db, { leaderId: personId, unitId: UNIT, week, text: '', png: null }, now);
  }
  for (const { name, members } of cast.groups) {
    const shape = {
      unitId: UNIT,
      kind: 'grassroots' as const,
      size: members.length,
      serviceLines: ['housing'],
    };
    const times = { createdAt: since, boundAt: since, bindCode: null, noticeAt: since };
    chat.addGroup({ id: name, name, members: members.map(id => ({ id })) });
    await db.insert(groups).values({ id: name, name, ...shape, ...times });
    await bind(db, ACCOUNT, 'group', name, name, now);
    await db.insert(observations).values({ groupId: name, fromAt: since, toAt: now });
    for (const [at, id] of members.entries()) {
      const isCadre = cast.cadres.includes(id);
      await joinGroup(db, name, id, isCadre ? 'cadre' : 'member', since);
      if (isCadre)
        await db
          .insert(groupCadres)
          .values({ groupId: name, personId: id, since: new Date(since.getTime() + at) });
    }
  }
  const linked = cast.members.filter(name => roleOf(cast, name) === 'member');
  for (const [at, personId] of linked.entries()) {
    const cadreId = cast.cadres[at % cast.cadres.length];
    if (cadreId) await db.insert(links).values({ cadreId, personId, fromAt: since, toAt: null });
  }
};
