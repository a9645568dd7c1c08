import { keys } from '../../src/keys.ts';
import { privateTopic } from '../../src/private-topic.ts';
import { aboutPrivate } from '../../src/texts.ts';
import { neutralLine } from '../private-ways.ts';
import type { Turn } from '../turn.ts';

/**
 * A private matter said to the bot in a group goes no further there: one neutral line, and to a friend, in private,
 * how to say it. True when it was led away, and then nothing else is done with it.
 */
export async function ledToPrivate(turn: Turn, alone: string): Promise<boolean> {
  const { group, message, person, text } = turn;
  if (!group || privateTopic(text) === null) return false;
  const isTold = await turn.tell(person, keys.sensitivePrivate(message.id), alone, { ignoresQuiet: true });
  const line = isTold ? aboutPrivate.goneOn() : neutralLine(turn, group);
  await turn.say(line, { key: keys.sensitive(person.id, message.id) });
  return true;
}
