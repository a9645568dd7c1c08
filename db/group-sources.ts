import { and, eq, gte, inArray, lte, ne } from 'drizzle-orm';
import type { GroupHistory } from '../src/analysis/group-history.ts';
import { isLoad } from '../src/keys.ts';
import { DAY_MS, dayOf } from '../src/time.ts';
import { catalogueOf } from './catalogues.ts';
import type { Db } from './connect.ts';
import { copiedFingerprints } from './group-days.ts';
import type { Group } from './groups.ts';
import { faqAnswers, faqCandidates, groupCadres, groups, outbox } from './schema.ts';

/** No measure looks further back. */
const REACH_MS = 100 * DAY_MS;

/** What the group's cadres do in all their groups (F8, F17). */
export async function elsewhereOf(
  db: Db,
  groupId: string,
  cadreIds: readonly string[],
  end: Date,
): Promise<GroupHistory['elsewhere']> {
  const served = cadreIds.length
    ? await db
        .select({ id: groups.id, kind: groups.kind, cadreId: groupCadres.personId })
        .from(groupCadres)
        .innerJoin(groups, eq(groups.id, groupCadres.groupId))
        .where(inArray(groupCadres.personId, [...cadreIds]))
        .orderBy(groups.id)
    : [];
  const kinds = [...new Map(served.map(({ id, kind }) => [id, kind])).values()];
  const others = served.filter(({ id }) => id !== groupId);
  const since = dayOf(new Date(end.getTime() - REACH_MS));
  const fingerprints = await copiedFingerprints(db, groupId, others, { since, until: dayOf(end) });
  return { kinds, fingerprints };
}

/** 服务清单 that holds for the group's unit; null where none is declared. */
export async function catalogueLinesOf(db: Db, unitId: string): Promise<GroupHistory['catalogue']> {
  const catalogue = await catalogueOf(db, unitId);
  return catalogue && { lines: catalogue.items.map(item => item.line) };
}

/** What the bot answered in the group, and which questions of its unit wait for an entry. */
export async function faqOf(db: Db, { id, unitId }: Group, end: Date): Promise<GroupHistory['faq']> {
  const since = new Date(end.getTime() - REACH_MS);
  const answers = await db
    .select({ at: faqAnswers.at, verdict: faqAnswers.verdict })
    .from(faqAnswers)
    .where(and(eq(faqAnswers.groupId, id), gte(faqAnswers.at, since), lte(faqAnswers.at, end)))
    .orderBy(faqAnswers.at, faqAnswers.messageId);
  const clusters = await db
    .select({ since: faqCandidates.createdAt, until: faqCandidates.decidedAt })
    .from(faqCandidates)
    .where(and(eq(faqCandidates.unitId, unitId), eq(faqCandidates.source, 'cluster')))
    .orderBy(faqCandidates.createdAt, faqCandidates.id);
  return { answers, clusters };
}

/** What the bot sent to these cadres unasked and in private (M20). */
export async function burdenOf(
  db: Db,
  cadreIds: readonly string[],
  end: Date,
): Promise<GroupHistory['burden']> {
  if (!cadreIds.length) return [];
  const rows = await db
    .select({ cadreId: outbox.placeId, key: outbox.key, sentAt: outbox.sentAt })
    .from(outbox)
    .where(
      and(
        inArray(outbox.placeId, [...cadreIds]),
        eq(outbox.isPrivate, true),
        ne(outbox.state, 'failed'),
        gte(outbox.sentAt, new Date(end.getTime() - REACH_MS)),
        lte(outbox.sentAt, end),
      ),
    )
    .orderBy(outbox.sentAt, outbox.key);
  return rows.flatMap(({ cadreId, key, sentAt }) => (sentAt && isLoad(key) ? [{ cadreId, at: sentAt }] : []));
}
