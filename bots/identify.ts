import { bind, ownIdOf } from '../db/bindings.ts';
import { type Group, groupById, joinGroup } from '../db/groups.ts';
import { personById, savePerson } from '../db/people.ts';
import { newId } from '../src/ids.ts';
import type { Person } from '../src/people.ts';
import type { BotContext } from './context.ts';

/** The bound group behind a chat's id; null for a group nobody has bound, which is not listened to. */
export async function groupOfChat(bot: BotContext, chatGroupId: string): Promise<Group | null> {
  const ownId = await ownIdOf(bot.db, bot.accountId, 'group', chatGroupId);
  const group = ownId ? await groupById(bot.db, ownId) : null;
  return group?.boundAt ? group : null;
}

/** The person behind a chat's id; somebody not seen before is taken in with a role unknown. */
export async function personOfChat(
  bot: BotContext,
  chatPersonId: string,
  group: Group | null,
): Promise<Person> {
  const known = await ownIdOf(bot.db, bot.accountId, 'person', chatPersonId);
  const person = known ? await personById(bot.db, known) : null;
  if (person) return person;
  return takeIn(bot, chatPersonId, group);
}

async function takeIn(bot: BotContext, chatPersonId: string, group: Group | null): Promise<Person> {
  const now = bot.clock.now();
  const seen = await bot.channel.person(chatPersonId);
  const person: Person = { id: newId(now), name: seen.name, role: 'unknown', isContact: seen.isContact };
  await bot.db.transaction(async tx => {
    await savePerson(tx, person);
    await bind(tx, bot.accountId, 'person', chatPersonId, person.id, now);
    if (group) await joinGroup(tx, group.id, person.id, 'unknown', null);
  });
  return person;
}
