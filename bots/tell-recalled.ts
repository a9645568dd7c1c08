import { put } from '../db/outbox.ts';
import { reachOfRequester } from '../db/reach.ts';
import { ticketOfMessage } from '../db/tickets.ts';
import { newTrace } from '../src/ids.ts';
import { keys } from '../src/keys.ts';
import { aboutLeaving } from '../src/texts.ts';
import { isWorkedOn } from '../src/ticket.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { BotContext } from './context.ts';

/** Later than this it talks past people. */
const LIFE_MS = 10 * MINUTE_MS;

/** The member took back the words of a request that is worked on: told once, where its news is told, how to take it back too. */
export async function tellRecalled(bot: BotContext, messageId: string): Promise<void> {
  const now = bot.clock.now();
  const ticket = await ticketOfMessage(bot.db, messageId);
  const reach = ticket && isWorkedOn(ticket) ? await reachOfRequester(bot.db, ticket) : null;
  if (!ticket || !reach) return;
  const saying = { key: keys.requestRecalled(ticket.id), text: aboutLeaving.recalled(ticket), ...reach };
  const mentions = reach.isPrivate ? [] : [ticket.requesterId];
  const notAfter = new Date(now.getTime() + LIFE_MS);
  await put(bot.db, { ...saying, mentions, ignoresQuiet: true, notAfter, trace: newTrace(now) }, now);
}
