import { and, desc, eq, gt, gte, inArray, isNull, like, lt, lte, or } from 'drizzle-orm';
import { keys } from '../src/keys.ts';
import { monthOf, quarterOf } from '../src/survey/when.ts';
import type { Ask, Asked, SurveyState } from '../src/survey/whom.ts';
import { DAY_MS, dayOf, startOfDay } from '../src/time.ts';
import type { Db } from './connect.ts';
import { allUnits } from './people.ts';
import {
  groupCadres,
  groups,
  links,
  outbox,
  people,
  surveyAsks,
  surveyRefusals,
  unitLeaders,
} from './schema.ts';

/** 群众评议: who is asked, and who wants to be asked no more. What was answered lies apart, in survey-answers.ts. */
export type SurveyAsk = typeof surveyAsks.$inferSelect;

/** A quarter and some days: whoever was asked in this quarter is among these rows. */
const QUARTER_MS = 100 * DAY_MS;

/** All that the drawing needs at a moment; who opted out is as good as no friend. */
export async function surveyState(db: Db, now: Date): Promise<SurveyState> {
  const linked = await db
    .select({
      cadreId: links.cadreId,
      personId: links.personId,
      from: links.fromAt,
      to: links.toAt,
      personRole: people.role,
      isContact: people.isContact,
      optedOutAt: people.optedOutAt,
    })
    .from(links)
    .innerJoin(people, eq(people.id, links.personId))
    .where(and(lte(links.fromAt, now), or(isNull(links.toAt), gt(links.toAt, now))));
  const staff = await db
    .select({ id: people.id, role: people.role })
    .from(people)
    .where(inArray(people.role, ['cadre-full-time', 'cadre-part-time', 'leader']));
  const roleOf = new Map(staff.map(({ id, role }) => [id, role]));
  const asked = await db
    .select()
    .from(surveyAsks)
    .where(gt(surveyAsks.askedAt, new Date(now.getTime() - QUARTER_MS)));
  const refusals = await db.select({ personId: surveyRefusals.personId }).from(surveyRefusals);
  return {
    links: linked.map(({ optedOutAt, ...link }) => ({
      ...link,
      cadreRole: roleOf.get(link.cadreId) ?? 'unknown',
      isContact: link.isContact && optedOutAt === null,
    })),
    asked,
    refusals: new Set(refusals.map(row => row.personId)),
  };
}

/** Writes down that a member is asked; false when somebody else's question of this quarter came first. */
export async function askMember(tx: Db, { cadreId, personId }: Ask, now: Date): Promise<boolean> {
  const day = dayOf(now);
  const row: Asked = { cadreId, personId, month: monthOf(day), quarter: quarterOf(day) };
  const [before] = await tx
    .select()
    .from(surveyAsks)
    .where(and(eq(surveyAsks.personId, personId), eq(surveyAsks.quarter, row.quarter)));
  if (before) return false;
  const asked = await tx
    .insert(surveyAsks)
    .values({ ...row, askedAt: now, answeredAt: null })
    .onConflictDoNothing()
    .returning({ personId: surveyAsks.personId });
  return asked.length > 0;
}

/** The question this person has not answered yet; at most one, because one comes a quarter. */
export async function openAskOf(db: Db, personId: string, since: Date): Promise<SurveyAsk | null> {
  const [found] = await db
    .select()
    .from(surveyAsks)
    .where(
      and(eq(surveyAsks.personId, personId), isNull(surveyAsks.answeredAt), gte(surveyAsks.askedAt, since)),
    )
    .orderBy(desc(surveyAsks.askedAt))
    .limit(1);
  return found ?? null;
}

/** Has this person ever been asked? */
export async function wasAsked(db: Db, personId: string): Promise<boolean> {
  const [found] = await db.select().from(surveyAsks).where(eq(surveyAsks.personId, personId)).limit(1);
  return found !== undefined;
}

/** 别再问: holds for ever. */
export async function refuseSurvey(db: Db, personId: string, now: Date): Promise<void> {
  await db.insert(surveyRefusals).values({ personId, at: now }).onConflictDoNothing();
}

/**
 * A question of an earlier day that the outbox could not say was never asked: the member may be drawn again.
 */
export async function takeBackUnsaid(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 10 * DAY_MS);
  const failed = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(eq(outbox.state, 'failed'), gt(outbox.createdAt, since), like(outbox.key, `${keys.surveyAsks}%`)),
    );
  const isUnsaid = new Set(failed.map(row => row.key));
  const recent = isUnsaid.size
    ? await db
        .select()
        .from(surveyAsks)
        .where(
          and(
            isNull(surveyAsks.answeredAt),
            gt(surveyAsks.askedAt, since),
            lt(surveyAsks.askedAt, startOfDay(dayOf(now))),
          ),
        )
    : [];
  const unsaid = recent.filter(ask => isUnsaid.has(keys.surveyAsk(ask, dayOf(ask.askedAt))));
  for (const ask of unsaid) await db.delete(surveyAsks).where(isThis(ask));
  return unsaid.length;
}

const isThis = ({ cadreId, personId, month }: SurveyAsk) =>
  and(
    eq(surveyAsks.cadreId, cadreId),
    eq(surveyAsks.personId, personId),
    eq(surveyAsks.month, month),
    isNull(surveyAsks.answeredAt),
  );

/** Cadres bound to the groups of the units a leader answers for, and of those below. */
export async function cadreIdsBelow(db: Db, leaderId: string): Promise<string[]> {
  const led = await db
    .select({ unitId: unitLeaders.unitId })
    .from(unitLeaders)
    .where(eq(unitLeaders.personId, leaderId));
  const below = new Set(led.map(row => row.unitId));
  const units = await allUnits(db);
  for (const id of below) for (const unit of units) if (unit.parentId === id) below.add(unit.id);
  if (!below.size) return [];
  const rows = await db
    .selectDistinct({ id: groupCadres.personId })
    .from(groupCadres)
    .innerJoin(groups, eq(groups.id, groupCadres.groupId))
    .where(inArray(groups.unitId, [...below]))
    .orderBy(groupCadres.personId);
  return rows.map(row => row.id);
}
