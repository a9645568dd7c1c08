import { appealsOf } from '../../db/appeals.ts';
import { namesIn } from '../../db/groups.ts';
import { type PlacedRating, ratingsOfCadre } from '../../db/ratings.ts';
import { type ShownRatings, shownRatings } from '../../src/ratings.ts';
import { redactPersonal } from '../../src/redact-personal.ts';
import type { Turn } from '../turn.ts';

/** Words as the rated may read them: without the names of the group they came from, without numbers and homes. */
async function redacted({ tx }: Turn, ratings: readonly PlacedRating[]): Promise<PlacedRating[]> {
  const namesOf = new Map<string, string[]>();
  for (const { groupId, words } of ratings)
    if (words && !namesOf.has(groupId)) namesOf.set(groupId, await namesIn(tx, groupId));
  return ratings.map(rating => ({
    ...rating,
    words: rating.words && redactPersonal(rating.words, namesOf.get(rating.groupId) ?? []),
  }));
}

/** What the cadre of this turn sees of their own ratings; null before five are together. */
export async function ownRatings(turn: Turn): Promise<ShownRatings | null> {
  const { tx, person } = turn;
  const upheldAt = (await appealsOf(tx, person.id)).filter(appeal => appeal.isUpheld).map(({ at }) => at);
  return shownRatings(await redacted(turn, await ratingsOfCadre(tx, person.id)), person.id, upheldAt);
}
