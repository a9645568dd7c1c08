import { claimNotice, groupById } from '../db/groups.ts';
import { put } from '../db/outbox.ts';
import { keys } from '../src/keys.ts';
import { toMember } from '../src/texts.ts';
import type { BotContext } from './context.ts';

/** Says the notice in a group that has just been bound: what the bot does, what it keeps. */
export async function sayNotice(bot: BotContext, groupId: string, trace: string): Promise<void> {
  const now = bot.clock.now();
  const group = await groupById(bot.db, groupId);
  if (!group || !(await claimNotice(bot.db, groupId, now))) return;
  const placed = { key: keys.notice(groupId), placeId: groupId, isPrivate: false, trace };
  await put(bot.db, { ...placed, text: toMember.notice(bot.config.retentionDays) }, now);
}
