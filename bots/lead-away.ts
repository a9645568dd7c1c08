import { isSaidSince } from '../db/emergencies.ts';
import type { Group } from '../db/groups.ts';
import { askPrompt } from '../db/prompts.ts';
import { keys } from '../src/keys.ts';
import { aboutPrivate } from '../src/texts.ts';
import { MINUTE_MS } from '../src/time.ts';
import { neutralLine } from './private-ways.ts';
import type { Turn } from './turn.ts';

/** Whoever goes on telling it within this time is not interrupted again, unless they speak to the bot. */
const ONCE_IN_MS = 10 * MINUTE_MS;

/** In private one word records what was said in the group; the message lies there, so its place goes along. */
export async function askAlone({ tx, message, person, now }: Turn, group: Group): Promise<void> {
  const data = { messageId: message.id, placeId: group.id };
  await askPrompt(tx, { placeId: person.id, personId: person.id, kind: 'record', data }, now);
}

/**
 * A private matter leaves the group in one neutral sentence. With a friend it goes on in private at once, at any hour,
 * because it is the reply to what was just said; anybody else hears how to reach the bot.
 */
export async function leadAway(turn: Turn, group: Group): Promise<void> {
  const { tx, message, person, now, isAddressed } = turn;
  const since = new Date(now.getTime() - ONCE_IN_MS);
  if (!isAddressed && (await isSaidSince(tx, group.id, keys.sensitive(person.id, ''), since))) return;
  // Put first, it is said first: the group hears only then that it was.
  const key = keys.sensitivePrivate(message.id);
  const isTold = await turn.tell(person, key, aboutPrivate.alone(), { ignoresQuiet: true });
  if (isTold) await askAlone(turn, group);
  const line = isTold ? aboutPrivate.goneOn() : neutralLine(turn, group);
  await turn.say(line, { key: keys.sensitive(person.id, message.id) });
}
