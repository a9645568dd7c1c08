import { extendSpan, ownIdOf, saveAccount } from '../db/bindings.ts';
import { endOffer } from '../db/decisions.ts';
import { dropCandidatesOf } from '../db/faq-candidates.ts';
import { joinGroup, renameGroup } from '../db/groups.ts';
import { messageIdOf, recallMessage } from '../db/messages.ts';
import { confirmEcho, put } from '../db/outbox.ts';
import { setContact } from '../db/people.ts';
import type { ChatEvent, HeardMessage } from '../src/chat.ts';
import { newId, newTrace } from '../src/ids.ts';
import { keys } from '../src/keys.ts';
import type { Message } from '../src/message.ts';
import { toMember } from '../src/texts.ts';
import { bindByCode } from './bind-by-code.ts';
import type { BotContext } from './context.ts';
import { acceptPaced } from './friends.ts';
import { hearLeave } from './hear-leave.ts';
import { groupOfChat, personOfChat } from './identify.ts';
import type { Intake } from './intake.ts';
import { measureGroup } from './measure-group.ts';
import { isNotToBeHeard } from './opted-out.ts';
import { tellRecalled } from './tell-recalled.ts';
import type { Threads } from './threads.ts';
import { welcome } from './welcome.ts';

/** Takes in one thing the chat told; gives the message to act on when there is a new one. */
export async function hear(
  bot: BotContext,
  intake: Intake,
  threads: Threads,
  event: ChatEvent,
): Promise<Message | null> {
  switch (event.kind) {
    case 'message':
      return hearMessage(bot, intake, event.message);
    case 'join':
      await hearJoin(bot, event.chatGroupId, event.chatPersonIds, event.at);
      return null;
    case 'leave':
      await hearLeave(bot, threads, event);
      return null;
    case 'topic': {
      const group = await groupOfChat(bot, event.chatGroupId);
      if (group) await renameGroup(bot.db, group.id, event.name);
      return null;
    }
    case 'friend-request':
      await acceptPaced(bot, event.requestId);
      return null;
    case 'friend':
      await hearFriend(bot, event.chatPersonId);
      return null;
    case 'login':
      await saveAccount(bot.db, bot.accountId, event.name);
      bot.log.info({ account: bot.accountId }, 'logged in');
      return null;
    case 'logout':
      bot.log.warn({ account: bot.accountId, reason: event.reason }, 'logged out');
      return null;
    case 'scan':
      bot.log.info({ account: bot.accountId, status: event.status }, 'waiting for a scan');
      return null;
    case 'alive':
      await noteAlive(bot, event.at);
      return null;
  }
}

/** The span the account has been online without a break; begun anew after ten silent minutes. */
const spans = new WeakMap<BotContext, { fromAt: Date; lastAt: Date }>();
const SPAN_BREAK_MS = 10 * 60_000;
const SPAN_STEP_MS = 60_000;

export async function noteAlive(bot: BotContext, at: Date): Promise<void> {
  const known = spans.get(bot);
  const goesOn = known !== undefined && at.getTime() - known.lastAt.getTime() <= SPAN_BREAK_MS;
  if (goesOn && at.getTime() - known.lastAt.getTime() < SPAN_STEP_MS) return;
  const fromAt = goesOn ? known.fromAt : at;
  spans.set(bot, { fromAt, lastAt: at });
  await extendSpan(bot.db, bot.accountId, fromAt, at);
}

async function hearMessage(bot: BotContext, intake: Intake, heard: HeardMessage): Promise<Message | null> {
  const now = bot.clock.now();
  await noteAlive(bot, now);
  const group = heard.chatGroupId === null ? null : await groupOfChat(bot, heard.chatGroupId);
  if (heard.isSelf) {
    const chatPersonId = heard.chatPrivateWithId;
    const placeId =
      group?.id ?? (chatPersonId ? await ownIdOf(bot.db, bot.accountId, 'person', chatPersonId) : null);
    if (placeId)
      await confirmEcho(bot.db, placeId, { chatMessageId: heard.chatMessageId, text: heard.text, at: now });
    return null;
  }
  if (await bindByCode(bot, heard)) return null;
  if (heard.chatGroupId !== null && !group) return null;
  const sender = await personOfChat(bot, heard.chatSenderId, group);
  const placeId = group?.id ?? sender.id;
  if (heard.kind === 'recall') {
    await hearRecall(bot, placeId, heard.recalledChatMessageId, now);
    return null;
  }
  if (group && (await isNotToBeHeard(bot, heard, { groupId: group.id, personId: sender.id }))) return null;
  const message = await asMessage(bot, heard, {
    placeId,
    isPrivate: group === null,
    senderId: sender.id,
    now,
  });
  const received = { message, accountId: bot.accountId, chatMessageId: heard.chatMessageId };
  return (await intake.store(received)) ? message : null;
}

async function asMessage(
  bot: BotContext,
  heard: HeardMessage,
  at: { placeId: string; isPrivate: boolean; senderId: string; now: Date },
): Promise<Message> {
  const { placeId, isPrivate, senderId, now } = at;
  const quoted = heard.quotedChatMessageId;
  return {
    id: newId(now),
    placeId,
    isPrivate,
    senderId,
    // A chat whose clock is ahead would have the ticket wait before it was asked for.
    sentAt: new Date(Math.min(heard.sentAt.getTime(), now.getTime())),
    receivedAt: now,
    kind: heard.kind,
    text: heard.kind === 'text' ? heard.text : null,
    // The bot's own words have no row of their own; their chat id stands for them.
    replyToId: quoted ? ((await messageIdOf(bot.db, placeId, quoted)) ?? quoted) : null,
    mentions: await ownIdsOf(bot, heard.mentions),
    mentionsBot: heard.mentionsBot,
    redeliveryOf: null,
    fact: null,
    trace: newTrace(now),
  };
}

async function ownIdsOf(bot: BotContext, chatIds: readonly string[]): Promise<string[]> {
  const own = await Promise.all(chatIds.map(chatId => ownIdOf(bot.db, bot.accountId, 'person', chatId)));
  return own.filter(id => id !== null);
}

async function hearRecall(
  bot: BotContext,
  placeId: string,
  chatMessageId: string | null,
  now: Date,
): Promise<void> {
  const messageId = chatMessageId ? await messageIdOf(bot.db, placeId, chatMessageId) : null;
  if (!messageId) return;
  await recallMessage(bot.db, placeId, messageId, now);
  await endOffer(bot.db, placeId, messageId);
  await dropCandidatesOf(bot.db, messageId, now);
  await tellRecalled(bot, messageId);
}

async function hearJoin(
  bot: BotContext,
  chatGroupId: string,
  chatPersonIds: string[],
  at: Date,
): Promise<void> {
  const group = await groupOfChat(bot, chatGroupId);
  if (!group) return;
  for (const chatId of chatPersonIds) {
    const person = await personOfChat(bot, chatId, group);
    await joinGroup(bot.db, group.id, person.id, 'unknown', at);
  }
  await measureGroup(bot, chatGroupId, group.id);
  await welcome(bot, group, at);
}

async function hearFriend(bot: BotContext, chatPersonId: string): Promise<void> {
  const now = bot.clock.now();
  const person = await personOfChat(bot, chatPersonId, null);
  await setContact(bot.db, person.id, true);
  await put(
    bot.db,
    {
      key: keys.friendHello(person.id),
      placeId: person.id,
      isPrivate: true,
      text: toMember.friendHello(bot.config.retentionDays),
      ignoresQuiet: true,
      trace: newTrace(now),
    },
    now,
  );
}
