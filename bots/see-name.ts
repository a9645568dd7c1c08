import { chatIdOf, ownIdOf } from '../db/bindings.ts';
import {
  type Group,
  groupIdsOfCadre,
  groupIdsOfMember,
  groupMemberLeft,
  joinGroup,
  setAlias,
} from '../db/groups.ts';
import { personById } from '../db/people.ts';
import { faultWords } from '../src/fault-words.ts';
import type { Message } from '../src/message.ts';
import { isCadre, type Person } from '../src/people.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { BotContext } from './context.ts';
import { putBounded } from './wechaty/bounded-map.ts';
import { within } from './wechaty/within.ts';

/** What somebody was shown as in a group when that was last looked at; without it every message would cost a row. */
interface Seen {
  shown: string;
  at: Date;
}

const MOST_SEEN = 20_000;
const LOOK_AGAIN_MS = 10 * MINUTE_MS;
/** A chat that does not say is not waited for. */
const WAIT_MS = 3_000;
/** A cadre who names somebody in private: so many of their groups are looked at anew. */
const MOST_GROUPS = 5;
/** Words of cadres behind which a name stands. */
const NAMES_SOMEBODY = /转|派|代班|见面|上门|通话/u;

const seen = new WeakMap<BotContext, Map<string, Seen>>();

function seenBy(bot: BotContext): Map<string, Seen> {
  const known = seen.get(bot) ?? new Map<string, Seen>();
  seen.set(bot, known);
  return known;
}

const seenKey = (groupId: string, personId: string): string => `${groupId}/${personId}`;

/** Who left is looked at anew when they are back. */
export const forgetSeen = (bot: BotContext, groupId: string, personId: string): void =>
  void seenBy(bot).delete(seenKey(groupId, personId));

/**
 * Keeps what somebody is shown as in a group. A cadre's is kept whenever it is looked at, because others name them by
 * it; a member's only when it changes while the program runs, so that a name they had corrected stands.
 */
async function keepName(bot: BotContext, groupId: string, person: Person, shown: string): Promise<void> {
  const before = seenBy(bot).get(seenKey(groupId, person.id))?.shown;
  putBounded(
    seenBy(bot),
    seenKey(groupId, person.id),
    { shown: shown || (before ?? ''), at: bot.clock.now() },
    MOST_SEEN,
  );
  if (shown === '' || before === shown || (before === undefined && !isCadre(person.role))) return;
  await setAlias(bot.db, groupId, person.id, shown === person.name ? null : shown);
}

/** The speaker, as the chat shows them in this group; whoever was thought gone and speaks is in it. */
async function seeSpeaker(bot: BotContext, person: Person, groupId: string): Promise<void> {
  const known = seenBy(bot).get(seenKey(groupId, person.id));
  const age = known ? bot.clock.now().getTime() - known.at.getTime() : Number.POSITIVE_INFINITY;
  if (!isCadre(person.role) && age < LOOK_AGAIN_MS) return;
  if (!known && (await groupMemberLeft(bot.db, groupId, person.id)))
    await joinGroup(bot.db, groupId, person.id, 'unknown', null);
  const chatId = await chatIdOf(bot.db, bot.accountId, 'person', person.id);
  const chatGroupId = await chatIdOf(bot.db, bot.accountId, 'group', groupId);
  if (!chatId || !chatGroupId) return;
  const { name, alias } = await bot.channel.person(chatId, chatGroupId);
  await keepName(bot, groupId, person, alias || name);
}

/** Everybody in a group, as the chat shows them now. */
async function seeMembers(bot: BotContext, groupId: string): Promise<void> {
  const chatGroupId = await chatIdOf(bot.db, bot.accountId, 'group', groupId);
  const { members } = chatGroupId ? await bot.channel.group(chatGroupId) : { members: [] };
  for (const { chatId, name, alias } of members) {
    const ownId = await ownIdOf(bot.db, bot.accountId, 'person', chatId);
    const person = ownId ? await personById(bot.db, ownId) : null;
    if (person) await keepName(bot, groupId, person, alias ?? name);
  }
}

async function look(bot: BotContext, message: Message, person: Person, group: Group | null): Promise<void> {
  const isStaff = isCadre(person.role);
  const spokeIn = group ? [group.id] : isStaff ? await groupIdsOfMember(bot.db, person.id) : [];
  for (const groupId of spokeIn) await seeSpeaker(bot, person, groupId);
  const isToBot = message.isPrivate || message.mentionsBot;
  if (!isStaff || !isToBot || !NAMES_SOMEBODY.test(message.text ?? '')) return;
  const named = group ? [group.id] : await groupIdsOfCadre(bot.db, person.id);
  for (const groupId of named.slice(0, MOST_GROUPS)) await seeMembers(bot, groupId);
}

/**
 * Makes a rename known: of the speaker, and, where a cadre names somebody, of those who may be meant. Called before the
 * turn's transaction, because the chat is asked; a chat that does not answer leaves the names as they were.
 */
export async function seeNames(
  bot: BotContext,
  message: Message,
  person: Person,
  group: Group | null,
): Promise<void> {
  try {
    await within(WAIT_MS, 'the names', look(bot, message, person, group));
  } catch (error) {
    bot.log.warn({ trace: message.trace, error: faultWords(error) }, 'names could not be asked of the chat');
  }
}
