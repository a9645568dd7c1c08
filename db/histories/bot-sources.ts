import { and, eq, gte, inArray, lte, ne } from 'drizzle-orm';
import type { GroupHistory } from '../../src/analysis/group-history.ts';
import { isLoad } from '../../src/keys.ts';
import type { Db } from '../connect.ts';
import type { Group } from '../groups.ts';
import { byKey, inSlices } from '../in-slices.ts';
import { faqAnswers, faqCandidates, outbox } from '../schema.ts';

/** From when to when the bot's own doings are told. */
export interface Told {
  since: Date;
  end: Date;
}

/** What the bot answered in each group, and which questions of its unit wait for an entry. */
export async function faqOf(
  db: Db,
  asked: readonly Group[],
  { since, end }: Told,
): Promise<Map<string, GroupHistory['faq']>> {
  const answers = byKey(
    await inSlices(
      asked.map(group => group.id),
      ids =>
        db
          .select({ groupId: faqAnswers.groupId, at: faqAnswers.at, verdict: faqAnswers.verdict })
          .from(faqAnswers)
          .where(and(inArray(faqAnswers.groupId, ids), gte(faqAnswers.at, since), lte(faqAnswers.at, end)))
          .orderBy(faqAnswers.at, faqAnswers.messageId),
    ),
    row => row.groupId ?? '',
  );
  const { unitId, createdAt, decidedAt, source, id } = faqCandidates;
  const clusters = byKey(
    await inSlices(
      asked.map(group => group.unitId),
      ids =>
        db
          .select({ unitId, since: createdAt, until: decidedAt })
          .from(faqCandidates)
          .where(and(inArray(unitId, ids), eq(source, 'cluster')))
          .orderBy(createdAt, id),
    ),
    row => row.unitId,
  );
  return new Map(
    asked.map(group => [
      group.id,
      {
        answers: (answers.get(group.id) ?? []).map(({ at, verdict }) => ({ at, verdict })),
        clusters: (clusters.get(group.unitId) ?? []).map(row => ({ since: row.since, until: row.until })),
      },
    ]),
  );
}

/** What the bot sent to each of these cadres unasked and in private (M20). */
export async function burdenOf(
  db: Db,
  cadreIds: Iterable<string>,
  { since, end }: Told,
): Promise<Map<string, { cadreId: string; at: Date }[]>> {
  const rows = await inSlices(cadreIds, ids =>
    db
      .select({ cadreId: outbox.placeId, key: outbox.key, sentAt: outbox.sentAt })
      .from(outbox)
      .where(
        and(
          inArray(outbox.placeId, ids),
          eq(outbox.isPrivate, true),
          ne(outbox.state, 'failed'),
          gte(outbox.sentAt, since),
          lte(outbox.sentAt, end),
        ),
      )
      .orderBy(outbox.sentAt, outbox.key),
  );
  return byKey(
    rows.flatMap(({ cadreId, key, sentAt }) => (sentAt && isLoad(key) ? [{ cadreId, at: sentAt }] : [])),
    row => row.cadreId,
  );
}
