import { sizeGroup } from '../db/groups.ts';
import { faultWords } from '../src/fault-words.ts';
import type { BotContext } from './context.ts';

/** Takes the number of members from the chat itself; what cannot be asked just now is asked at the next change. */
export async function measureGroup(bot: BotContext, chatGroupId: string, groupId: string): Promise<void> {
  try {
    const { members } = await bot.channel.group(chatGroupId);
    if (members.length) await sizeGroup(bot.db, groupId, members.length);
  } catch (error) {
    bot.log.warn({ group: groupId, error: faultWords(error) }, 'the size of a group could not be read');
  }
}
