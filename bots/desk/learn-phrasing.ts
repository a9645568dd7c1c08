import { addVersion, ownEntry } from '../../db/faq.ts';
import type { FaqAnswer } from '../../db/faq-answers.ts';
import { groupIdsOfMember, namesIn } from '../../db/groups.ts';
import { messageById } from '../../db/messages.ts';
import { knownWords, phrasingToLearn } from '../../src/faq/learn-phrasing.ts';
import type { FaqEntry } from '../../src/faq.ts';
import type { Turn } from '../turn.ts';

/** Words other entries are found by. */
const takenBeside = (entries: ReadonlyMap<string, FaqEntry>, entryId: string): Set<string> =>
  new Set([...entries.values()].filter(each => each.id !== entryId).flatMap(each => [...knownWords(each)]));

/** Names known where the person asked, or, in private, in their groups. */
async function namesAround({ tx, group, person }: Turn): Promise<string[]> {
  const groupIds = group ? [group.id] : await groupIdsOfMember(tx, person.id);
  const names = [person.name];
  for (const id of groupIds) names.push(...(await namesIn(tx, id)));
  return names;
}

/** Adds the asked words to the entry that answered them, as a new version of the same content. */
export async function learnPhrasing(turn: Turn, answer: FaqAnswer): Promise<void> {
  const { tx, message, bot } = turn;
  const entry = bot.entries.get(answer.entryId);
  const asked = await messageById(tx, message.placeId, answer.askedId);
  const own = await ownEntry(tx, answer.entryId);
  if (!asked?.text || !entry || (own ?? entry).status === 'withdrawn') return;
  if (bot.understanding.sensitive(asked.text) || bot.understanding.emergency(asked.text)) return;
  const learned = own?.learned ?? [];
  const words = phrasingToLearn(asked.text, entry, {
    names: await namesAround(turn),
    taken: takenBeside(bot.entries, entry.id),
    learned: learned.length,
  });
  if (words) await addVersion(tx, entry, { learned: [...learned, words] });
}
