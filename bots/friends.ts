import { readSetting, saveSetting } from '../db/settings.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { BotContext } from './context.ts';

/** Accepting many friends quickly is what gets an account blocked. */
const ACCEPT_EVERY_MS = 2 * MINUTE_MS;

/** Accepts a friend request at once when the last one is long enough ago, else when its turn comes. */
export async function acceptPaced(bot: BotContext, requestId: string): Promise<void> {
  const key = `friend-accepted/${bot.accountId}`;
  const last = await readSetting(bot.db, key);
  const now = bot.clock.now().getTime();
  const turnAt = Math.max(now, (typeof last === 'number' ? last : 0) + ACCEPT_EVERY_MS);
  await saveSetting(bot.db, key, turnAt);
  const accept = () =>
    bot.channel
      .acceptFriend(requestId)
      .catch(error => bot.log.warn({ error: String(error) }, 'a friend request could not be accepted'));
  if (turnAt === now) await accept();
  else setTimeout(() => void accept(), turnAt - now).unref();
}
