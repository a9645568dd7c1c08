import type { Db } from '../../db/connect.ts';
import { saidAs } from '../../db/outbox.ts';
import { openPrompt } from '../../db/prompts.ts';
import type { Message } from '../../src/message.ts';
import { isCadre, type Person } from '../../src/people.ts';
import { isWorthReading, type Meant } from '../../src/understanding/meaning.ts';
import { readNumber, readWords, tidy } from '../../src/words.ts';
import { commands } from '../commands/index.ts';
import type { BotContext } from '../context.ts';
import { OLD_MS } from '../take-turn.ts';

/** Entries looked at, as in judge.ts. */
const HITS = 10;

/** A word to the bot, a choice or a number of stars: no question, and what stands behind it may be private. */
const isWordToBot = (text: string): boolean =>
  readNumber(tidy(text)) !== null ||
  /^[1-5]\s/u.test(tidy(text)) ||
  commands.some(command => readWords(text, command.says) !== null);

/** It quotes something the bot said here. */
export const isQuoteOfBot = async (db: Db, { placeId, replyToId }: Message): Promise<boolean> =>
  replyToId !== null && (await saidAs(db, placeId, replyToId)) !== null;

/** A word on a cadre, invited by the survey: it is no question, and nobody else's. */
const awaitsFreeLine = async (bot: BotContext, { placeId }: Message, { id }: Person): Promise<boolean> =>
  (await openPrompt(bot.db, placeId, id, bot.clock.now()))?.kind === 'survey-words';

/**
 * Reads what a message means, before its transaction begins. Only what was asked of the bot, or what it would answer
 * unasked, and only where words leave a doubt; chatter, danger and private matters never leave the machine.
 */
export async function meantBy(bot: BotContext, message: Message, person: Person): Promise<Meant | null> {
  const { meaning, understanding } = bot;
  const text = message.text ?? '';
  const age = bot.clock.now().getTime() - message.sentAt.getTime();
  if (!meaning || message.kind !== 'text' || age > OLD_MS || person.role === 'bot') return null;
  if (isWordToBot(text) || understanding.emergency(text) || understanding.sensitive(text)) return null;
  if (message.isPrivate && (await awaitsFreeLine(bot, message, person))) return null;
  const isAsked = message.isPrivate || message.mentionsBot || (await isQuoteOfBot(bot.db, message));
  const isStaff = isCadre(person.role) || person.role === 'leader';
  if (!isAsked && (isStaff || understanding.classify(text).label !== 'question')) return null;
  return isWorthReading(understanding.searchFaq(text, HITS), isAsked) ? meaning.read(text) : null;
}
