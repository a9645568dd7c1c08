import { type HeardNeed, isUnanswered, LISTED_MS } from '../src/unanswered-need.ts';
import type { Db } from './connect.ts';
import { groupIdsOfCadre, nameIn } from './groups.ts';
import { needsOf } from './needs.ts';

/** What nobody answered in the cadre's groups, with who said it; the newest first. */
export async function unansweredOf(
  db: Db,
  cadreId: string,
  now: Date,
): Promise<(HeardNeed & { who: string })[]> {
  const since = new Date(now.getTime() - LISTED_MS);
  const heard = await needsOf(db, await groupIdsOfCadre(db, cadreId), since);
  const needs: (HeardNeed & { who: string })[] = [];
  for (const need of heard) {
    if (isUnanswered(need, now)) needs.push({ ...need, who: await nameIn(db, need.groupId, need.personId) });
  }
  return needs;
}
