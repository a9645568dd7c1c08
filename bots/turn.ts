import type { Db } from '../db/connect.ts';
import type { Group } from '../db/groups.ts';
import { put } from '../db/outbox.ts';
import { keys } from '../src/keys.ts';
import type { Message } from '../src/message.ts';
import type { Person } from '../src/people.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { Meant } from '../src/understanding/meaning.ts';
import type { BotContext } from './context.ts';

/** A reply that comes later than this talks past people. */
const REPLY_LIFE_MS = 10 * MINUTE_MS;

/** One person's one message being acted on, inside one transaction. */
export interface Turn {
  bot: BotContext;
  /** Everything the turn writes goes through this, or nothing of it does. */
  tx: Db;
  now: Date;
  message: Message;
  /** What was said, without the bot's own mention. */
  text: string;
  person: Person;
  /** The group it was said in; null in a private chat. */
  group: Group | null;
  /** Said to the bot: in private, by mention, or by quoting it. */
  isAddressed: boolean;
  /** It quotes something the bot said here. */
  quotesBot: boolean;
  /** What the text means, where the operator lets that be read and it was read in time. */
  meant: Meant | null;
  /** Replies where the person spoke. */
  say(text: string, more?: { key?: string; mention?: boolean }): Promise<void>;
  /** Says something to somebody in private; false when they are no friend of the bot's, and then nothing is said. */
  tell(to: Person, key: string, text: string, more?: { ignoresQuiet?: boolean }): Promise<boolean>;
}

type Parts = Omit<Turn, 'now' | 'say' | 'tell'>;

/** Makes the turn for one message; `now` is read once, so that all it writes bears one time. */
export function openTurn(parts: Parts): Turn {
  const { bot, tx, message, person, group } = parts;
  const now = bot.clock.now();
  return {
    ...parts,
    now,
    async say(text, more = {}) {
      await put(
        tx,
        {
          key: more.key ?? keys.command(message.id),
          placeId: message.placeId,
          isPrivate: message.isPrivate,
          text,
          mentions: group && more.mention !== false ? [person.id] : [],
          ignoresQuiet: true,
          notAfter: new Date(now.getTime() + REPLY_LIFE_MS),
          trace: message.trace,
        },
        now,
      );
    },
    async tell(to, key, text, more = {}) {
      if (!to.isContact) return false;
      const ignoresQuiet = more.ignoresQuiet ?? false;
      await put(tx, { key, placeId: to.id, isPrivate: true, text, ignoresQuiet, trace: message.trace }, now);
      return true;
    },
  };
}
