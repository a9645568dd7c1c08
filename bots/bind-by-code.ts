import { appendAudit } from '../db/audit.ts';
import { bind } from '../db/bindings.ts';
import { claimGroupCode } from '../db/groups.ts';
import { put } from '../db/outbox.ts';
import { claimPersonCode } from '../db/people.ts';
import type { HeardMessage } from '../src/chat.ts';
import { newTrace } from '../src/ids.ts';
import { keys } from '../src/keys.ts';
import { toMember } from '../src/texts.ts';
import type { BotContext } from './context.ts';
import { personOfChat } from './identify.ts';
import { measureGroup } from './measure-group.ts';
import { sayNotice } from './notice.ts';

const SAID = /^\s*绑定[\s::]*([A-Z0-9]{8,16})\s*$/iu;

/**
 * 绑定 <code>: in a group, binds the chat's group to the one of the roster; in private, the chat's person to theirs.
 * Codes are one-time and come from the operator; true when the message was such a word, right or wrong.
 */
export async function bindByCode(bot: BotContext, heard: HeardMessage): Promise<boolean> {
  const code = heard.isSelf || heard.kind !== 'text' ? null : SAID.exec(heard.text)?.[1]?.toUpperCase();
  if (!code) return false;
  if (heard.chatGroupId === null) await bindPerson(bot, heard.chatSenderId, code, heard.chatMessageId);
  else await bindGroup(bot, heard.chatGroupId, code, heard.chatMessageId);
  return true;
}

async function bindGroup(bot: BotContext, chatGroupId: string, code: string, heardId: string): Promise<void> {
  const now = bot.clock.now();
  const trace = newTrace(now);
  const group = await claimGroupCode(bot.db, code, now);
  // In a group a wrong code is not answered: it would tell a hundred people that guessing is possible.
  if (!group) return;
  await bind(bot.db, bot.accountId, 'group', chatGroupId, group.id, now);
  await measureGroup(bot, chatGroupId, group.id);
  await appendAudit(
    bot.db,
    { byId: null, act: 'bind-group', thing: group.id, data: { account: bot.accountId } },
    now,
  );
  const said = { key: keys.bound(heardId), placeId: group.id, isPrivate: false, ignoresQuiet: true, trace };
  await put(bot.db, { ...said, text: toMember.groupBound(group.name) }, now);
  await sayNotice(bot, group.id, trace);
}

async function bindPerson(
  bot: BotContext,
  chatPersonId: string,
  code: string,
  heardId: string,
): Promise<void> {
  const now = bot.clock.now();
  const trace = newTrace(now);
  const person = await claimPersonCode(bot.db, code);
  if (!person) {
    bot.log.warn({ trace }, 'a wrong binding code was said in private');
    const speaker = await personOfChat(bot, chatPersonId, null);
    const refused = {
      key: keys.bound(heardId),
      placeId: speaker.id,
      isPrivate: true,
      ignoresQuiet: true,
      trace,
    };
    await put(bot.db, { ...refused, text: toMember.wrongCode() }, now);
    return;
  }
  await bind(bot.db, bot.accountId, 'person', chatPersonId, person.id, now);
  await appendAudit(
    bot.db,
    { byId: person.id, act: 'bind-person', thing: person.id, data: { account: bot.accountId } },
    now,
  );
  const said = { key: keys.bound(heardId), placeId: person.id, isPrivate: true, ignoresQuiet: true, trace };
  await put(bot.db, { ...said, text: toMember.personBound(person.name) }, now);
}
