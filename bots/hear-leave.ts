import { ownIdOf } from '../db/bindings.ts';
import { leaveGroup } from '../db/groups.ts';
import { personById } from '../db/people.ts';
import type { ChatEvent } from '../src/chat.ts';
import { newTrace } from '../src/ids.ts';
import { isCadre } from '../src/people.ts';
import type { BotContext } from './context.ts';
import { handOverDesk } from './desk/hand-over-desk.ts';
import { tellRequesterLeft } from './desk/tell-requester-left.ts';
import { groupOfChat } from './identify.ts';
import { measureGroup } from './measure-group.ts';
import { forgetSeen } from './see-name.ts';
import type { Threads } from './threads.ts';

/** Somebody left: no ticket is left without a cadre, and no news goes to where its member is no more. */
export async function hearLeave(
  bot: BotContext,
  threads: Threads,
  event: Extract<ChatEvent, { kind: 'leave' }>,
): Promise<void> {
  const group = await groupOfChat(bot, event.chatGroupId);
  if (!group) return;
  const now = bot.clock.now();
  for (const chatId of event.chatPersonIds) {
    const personId = await ownIdOf(bot.db, bot.accountId, 'person', chatId);
    const person = personId ? await personById(bot.db, personId) : null;
    if (!person) continue;
    forgetSeen(bot, group.id, person.id);
    const at = { now, trace: newTrace(now) };
    await bot.db.transaction(async tx => {
      await leaveGroup(tx, group.id, person.id, event.at);
      await tellRequesterLeft(tx, group, person, at);
      const desk = isCadre(person.role) ? await handOverDesk(tx, group, person, at) : 'nothing';
      if (desk === 'unheard')
        bot.log.warn({ trace: at.trace, group: group.id }, 'a group has no cadre and no leader to tell');
    });
  }
  threads.forget(group.id);
  await measureGroup(bot, event.chatGroupId, group.id);
}
