import { recentMessage } from '../../db/emergencies.ts';
import { lastKeySince } from '../../db/outbox.ts';
import { ticketOfMessage } from '../../db/tickets.ts';
import { keys } from '../../src/keys.ts';
import type { Message } from '../../src/message.ts';
import { HOUR_MS } from '../../src/time.ts';
import type { Turn } from '../turn.ts';

/** Who is in trouble may take half a day to find the word; the ten minutes of a bare word are for groups. */
const REMEMBERED_MS = 12 * HOUR_MS;
const STARTS = [keys.sensitivePrivate(''), keys.emergencyPrivate('')] as const;

/** In private: what this person said last in a group that was led away from there, and that no ticket is of yet. */
export async function ledAwayLast({ tx, message, person, now }: Turn): Promise<Message | null> {
  if (!message.isPrivate) return null;
  const since = new Date(now.getTime() - REMEMBERED_MS);
  for (const start of STARTS) {
    const key = await lastKeySince(tx, person.id, start, since);
    const said = key ? await recentMessage(tx, key.slice(start.length), since) : null;
    if (said && !(await ticketOfMessage(tx, said.id))) return said;
  }
  return null;
}
