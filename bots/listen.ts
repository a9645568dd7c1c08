import type { Db } from '../db/connect.ts';
import { groupById } from '../db/groups.ts';
import { undecidedMessages } from '../db/messages.ts';
import { personById } from '../db/people.ts';
import type { ChatEvent } from '../src/chat.ts';
import { isFailure } from '../src/errors.ts';
import { faultWords } from '../src/fault-words.ts';
import type { Message } from '../src/message.ts';
import { toMember } from '../src/texts.ts';
import { MINUTE_MS } from '../src/time.ts';
import type { BotContext } from './context.ts';
import { hear } from './hear.ts';
import { openIntake } from './intake.ts';
import { isQuoteOfBot, meantBy } from './meaning/read-message.ts';
import { openPlaces } from './places.ts';
import { seeNames } from './see-name.ts';
import { refuse, takeTurn } from './take-turn.ts';
import { openThreads, type Threads } from './threads.ts';
import { openTurn, type Turn } from './turn.ts';

/** What a fault of the database left undecided is tried again this often. */
const SWEEP_MS = MINUTE_MS;

/** Room 1: stores what is heard, decides, acts. */
export interface Listening {
  /** Resolves when everything heard so far has been acted on. */
  settled(): Promise<void>;
  /** Looks no more for what was left undecided; what is heard is still stored. */
  stop(): void;
}

/**
 * Begins to listen: first what an earlier run left undecided, then whatever the channel tells.
 * `acted` hears of every message that is done with, for those who measure.
 */
export async function listen(
  bot: BotContext,
  acted: (message: Message) => void = () => undefined,
): Promise<Listening> {
  const intake = openIntake(bot.db);
  const threads = openThreads();
  const places = openPlaces(bot.log);
  const underWay = new Set<string>();
  const act = async (message: Message) => {
    if (underWay.has(message.id)) return;
    underWay.add(message.id);
    await places.run(message.placeId, () => decideOn(bot, threads, message));
    underWay.delete(message.id);
    acted(message);
  };
  const sweep = async () => {
    for (const message of await undecidedMessages(bot.db)) void act(message);
  };

  await sweep();
  const again = () =>
    sweep().catch(error =>
      bot.log.error({ error: faultWords(error) }, 'undecided messages could not be read'),
    );
  const sweeping = setInterval(() => void again(), SWEEP_MS).unref();
  const hearing = new Set<Promise<void>>();
  bot.channel.onEvent(async (event: ChatEvent) => {
    const heard = hear(bot, intake, threads, event).then(message => {
      // Acting is not awaited: the next message of the group is stored while this one is thought about.
      if (message) void act(message);
    });
    hearing.add(heard);
    await heard.finally(() => hearing.delete(heard));
  });
  return {
    stop: () => clearInterval(sweeping),
    async settled() {
      while (hearing.size) await Promise.allSettled(hearing);
      await places.settled();
    },
  };
}

/** Decides one stored message and acts on it, in one transaction: all of it, or nothing and again at the next start. */
async function decideOn(bot: BotContext, threads: Threads, message: Message): Promise<void> {
  const person = await personById(bot.db, message.senderId);
  if (!person) return;
  const group = message.isPrivate ? null : await groupById(bot.db, message.placeId);
  await refreshed(bot, message);
  await seeNames(bot, message, person, group);
  // Asked before the transaction: inside it nothing but the database is waited for.
  const meant = await meantBy(bot, message, person);
  const started = (tx: Db) => startTurn({ bot, tx, message, person, group, meant });
  try {
    await bot.db.transaction(async tx => takeTurn(await started(tx), threads));
  } catch (error) {
    const isRefusal = isFailure(error, 'refusal');
    if (!isRefusal)
      bot.log.error({ trace: message.trace, error: faultWords(error) }, 'a message could not be acted on');
    const text = isRefusal ? error.message : toMember.wentWrong();
    await bot.db.transaction(async tx => refuse(await started(tx), text, isRefusal));
  }
}

/** Entries of a minute ago still answer; a database at fault fails the turn itself. */
async function refreshed(bot: BotContext, message: Message): Promise<void> {
  await bot.refreshFaq().catch(error => {
    bot.log.error({ trace: message.trace, error: faultWords(error) }, 'the FAQ could not be looked at');
  });
}

async function startTurn(
  parts: Pick<Turn, 'bot' | 'tx' | 'message' | 'person' | 'group' | 'meant'>,
): Promise<Turn> {
  const { tx, message } = parts;
  const quotesBot = await isQuoteOfBot(tx, message);
  const isAddressed = message.isPrivate || message.mentionsBot || quotesBot;
  return openTurn({ ...parts, text: message.text ?? '', quotesBot, isAddressed });
}
