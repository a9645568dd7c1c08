import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray, lte } from 'drizzle-orm';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { weekEndOf } from '../src/survey/when.ts';
import type { Ask } from '../src/survey/whom.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { byKey, inSlices } from './in-slices.ts';
import { groupCadres, memberships, surveyAnswers, surveyAsks } from './schema.ts';
import type { SurveyAsk } from './survey.ts';

/** What was answered, with nobody behind it: no person, a random id, the Sunday of the week in place of the moment. */
export type SurveyAnswerRow = typeof surveyAnswers.$inferSelect;

/** For each question a group of its cadre in which the person asked is or was; null where there is none. */
async function sharedGroups(db: Db, asks: readonly Ask[]): Promise<(string | null)[]> {
  const serving = byKey(
    await inSlices(
      asks.map(ask => ask.cadreId),
      ids =>
        db.select().from(groupCadres).where(inArray(groupCadres.personId, ids)).orderBy(groupCadres.groupId),
    ),
    row => row.personId,
  );
  const joined = await inSlices(
    asks.map(ask => ask.personId),
    ids =>
      db
        .select({ groupId: memberships.groupId, personId: memberships.personId })
        .from(memberships)
        .where(inArray(memberships.personId, ids)),
  );
  const isIn = new Set(joined.map(({ groupId, personId }) => `${groupId} ${personId}`));
  return asks.map(
    ({ cadreId, personId }) =>
      (serving.get(cadreId) ?? []).find(row => isIn.has(`${row.groupId} ${personId}`))?.groupId ?? null,
  );
}

/** Writes the first tap, and closes the question without the moment it was answered at; the id of the answer. */
export async function writeAnswer(tx: Db, ask: SurveyAsk, knows: boolean, now: Date): Promise<string> {
  const id = randomUUID();
  const { cadreId, personId, month, askedAt } = ask;
  const [groupId = null] = await sharedGroups(tx, [ask]);
  const day = weekEndOf(dayOf(now));
  await tx
    .insert(surveyAnswers)
    .values({ id, cadreId, groupId, month, knows, helped: null, words: null, day });
  await tx
    .update(surveyAsks)
    .set({ answeredAt: askedAt })
    .where(
      and(eq(surveyAsks.cadreId, cadreId), eq(surveyAsks.personId, personId), eq(surveyAsks.month, month)),
    );
  return id;
}

export async function answerById(db: Db, id: string): Promise<SurveyAnswerRow | null> {
  const [found] = await db.select().from(surveyAnswers).where(eq(surveyAnswers.id, id));
  return found ?? null;
}

/** Adds the second tap or the free line; the words must be redacted before. */
export async function addToAnswer(
  tx: Db,
  id: string,
  more: Partial<Pick<SurveyAnswerRow, 'helped' | 'words'>>,
): Promise<void> {
  await tx.update(surveyAnswers).set(more).where(eq(surveyAnswers.id, id));
}

/** How many were asked about these cadres in these months, and what they answered, in no order that means anything. */
export async function surveyOfCadres(
  db: Db,
  cadreIds: readonly string[],
  months: readonly string[],
): Promise<{ asked: number; answers: Pick<SurveyAnswerRow, 'knows' | 'helped' | 'words'>[] }> {
  if (!cadreIds.length) return { asked: 0, answers: [] };
  const [asked] = await db
    .select({ n: count() })
    .from(surveyAsks)
    .where(and(inArray(surveyAsks.cadreId, [...cadreIds]), inArray(surveyAsks.month, [...months])));
  const answers = await db
    .select({ knows: surveyAnswers.knows, helped: surveyAnswers.helped, words: surveyAnswers.words })
    .from(surveyAnswers)
    .where(and(inArray(surveyAnswers.cadreId, [...cadreIds]), inArray(surveyAnswers.month, [...months])))
    .orderBy(surveyAnswers.id);
  return { asked: asked?.n ?? 0, answers };
}

/** What the members of a group were asked of its cadres up to a day; whoever is in no group of the cadre counts in each. */
export async function surveyOfGroup(
  db: Db,
  groupId: string,
  cadreIds: readonly string[],
  untilDay: string,
): Promise<GroupHistory['survey']> {
  const surveys = await surveysOf(db, new Map([[groupId, cadreIds]]), untilDay);
  return surveys.get(groupId) ?? { asks: [], answers: [] };
}

/** The same for many groups at once, by the cadres of each. */
export async function surveysOf(
  db: Db,
  cadreIds: ReadonlyMap<string, readonly string[]>,
  untilDay: string,
): Promise<Map<string, GroupHistory['survey']>> {
  const everyone = [...cadreIds.values()].flat();
  const asked = await inSlices(everyone, ids =>
    db
      .select()
      .from(surveyAsks)
      .where(inArray(surveyAsks.cadreId, ids))
      .orderBy(surveyAsks.cadreId, surveyAsks.personId, surveyAsks.month),
  );
  const groupOf = await sharedGroups(db, asked);
  const asks = byKey(
    asked.map(({ cadreId, askedAt }, at) => ({
      cadreId,
      day: weekEndOf(dayOf(askedAt)),
      groupId: groupOf[at],
    })),
    row => row.cadreId,
  );
  const answers = byKey(
    await inSlices(everyone, ids =>
      db
        .select()
        .from(surveyAnswers)
        .where(and(inArray(surveyAnswers.cadreId, ids), lte(surveyAnswers.day, untilDay)))
        .orderBy(surveyAnswers.day, surveyAnswers.id),
    ),
    row => row.cadreId,
  );
  return new Map(
    [...cadreIds].map(([groupId, ids]) => {
      const isHere = (row: { groupId: string | null | undefined }) => (row.groupId ?? groupId) === groupId;
      const own = <T extends { groupId: string | null | undefined }>(rows: ReadonlyMap<string, T[]>) =>
        ids.flatMap(id => rows.get(id) ?? []).filter(isHere);
      return [
        groupId,
        {
          asks: own(asks)
            .filter(({ day }) => day <= untilDay)
            .map(({ cadreId, day }) => ({ cadreId, day })),
          answers: own(answers).map(({ cadreId, day, knows, helped }) => ({ cadreId, day, knows, helped })),
        },
      ];
    }),
  );
}
