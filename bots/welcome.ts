import type { Group } from '../db/groups.ts';
import { put } from '../db/outbox.ts';
import { newTrace } from '../src/ids.ts';
import { keys } from '../src/keys.ts';
import { toMember } from '../src/texts.ts';
import { HOUR_MS } from '../src/time.ts';
import type { BotContext } from './context.ts';

/** At most one welcome in two hours: many newcomers are greeted together. */
const WELCOME_EVERY_MS = 2 * HOUR_MS;

/** Greets newcomers with the privacy notice; the key holds one slot of two hours. */
export async function welcome(bot: BotContext, group: Group, at: Date): Promise<void> {
  const slot = new Date(Math.floor(at.getTime() / WELCOME_EVERY_MS) * WELCOME_EVERY_MS);
  const now = bot.clock.now();
  await put(
    bot.db,
    {
      key: keys.welcome(group.id, slot),
      placeId: group.id,
      isPrivate: false,
      text: toMember.welcome(bot.config.retentionDays),
      trace: newTrace(now),
    },
    now,
  );
}
