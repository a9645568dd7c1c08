import { foldDay } from '../src/analysis/fold-day.ts';
import { rosterOf } from '../src/analysis/roster.ts';
import type { Db } from './connect.ts';
import { saveGroupDay } from './group-days.ts';
import { membersOf } from './groups.ts';
import { messagesOfDay } from './messages.ts';
import { cadresOf, rolesOf } from './people.ts';
import { edgesOfDay } from './reply-edges.ts';

/** Folds one group's one day from its messages; running it again gives the same row. */
export async function foldGroupDay(db: Db, groupId: string, day: string, now: Date): Promise<void> {
  const messages = await messagesOfDay(db, groupId, day);
  const edges = await edgesOfDay(db, groupId, day);
  const cadreIds = (await cadresOf(db, groupId)).map(person => person.id);
  const roles = await rolesOf(db, [...new Set(messages.map(message => message.senderId))]);
  const members = await membersOf(db, groupId);
  const roster = rosterOf({ cadreIds, members, roles });
  await saveGroupDay(db, foldDay({ groupId, day }, messages, edges, roster), now);
}
