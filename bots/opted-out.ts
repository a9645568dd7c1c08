import { isOptedOut } from '../db/opt-outs.ts';
import { saidAs } from '../db/outbox.ts';
import { openPrompt } from '../db/prompts.ts';
import type { HeardMessage } from '../src/chat.ts';
import { readNumber, readWords, tidy } from '../src/words.ts';
import { commands } from './commands/index.ts';
import type { BotContext } from './context.ts';

/** A word of the bot's, or a number: what its questions are answered with. */
const isAnswer = (text: string): boolean =>
  readNumber(tidy(text)) !== null || commands.some(command => readWords(text, command.says) !== null);

/**
 * 退出统计: talk in a group of somebody who opted out is not stored at all. Only what they say to the bot is: by mention, by
 * quoting it, or as the one word that answers what it has just asked them.
 */
export async function isNotToBeHeard(
  bot: BotContext,
  heard: HeardMessage,
  at: { groupId: string; personId: string },
): Promise<boolean> {
  if (heard.mentionsBot || !(await isOptedOut(bot.db, at.personId))) return false;
  const quoted = heard.quotedChatMessageId;
  if (quoted && (await saidAs(bot.db, at.groupId, quoted))) return false;
  const asked = await openPrompt(bot.db, at.groupId, at.personId, bot.clock.now());
  return !(asked && heard.kind === 'text' && isAnswer(heard.text));
}
