import { and, eq, gte, inArray, isNull, like, lt, or } from 'drizzle-orm';
import { THRESHOLDS } from '../src/analysis/thresholds.ts';
import { endOfWeek } from '../src/digest/gather-input.ts';
import { type MirrorSources, mirrorOf } from '../src/digest/mirror-facts.ts';
import type { Mirror } from '../src/digest.ts';
import { keys } from '../src/keys.ts';
import { addDays, DAY_MS, mondayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { groupHistory } from './group-histories.ts';
import { contacts, groupCadres, links, outbox, people } from './schema.ts';
import { servedGroupIds } from './stand-ins.ts';
import { unansweredOf } from './unanswered-needs.ts';

/** Members linked to a cadre at a moment, each once. */
async function linkedTo(db: Db, cadreId: string, at: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: links.personId })
    .from(links)
    .where(and(eq(links.cadreId, cadreId), lt(links.fromAt, at), or(isNull(links.toAt), gte(links.toAt, at))))
    .orderBy(links.personId);
  return rows.map(row => row.id);
}

/** Members who say that this cadre met or called them in the 90 days up to a moment. */
async function metBy(db: Db, cadreId: string, at: Date): Promise<string[]> {
  const since = new Date(at.getTime() - THRESHOLDS.contact.days * DAY_MS);
  const rows = await db
    .selectDistinct({ id: contacts.personId })
    .from(contacts)
    .where(
      and(
        eq(contacts.cadreId, cadreId),
        eq(contacts.acknowledged, true),
        gte(contacts.at, since),
        lt(contacts.at, at),
      ),
    )
    .orderBy(contacts.personId);
  return rows.map(row => row.id);
}

/** A cadre's own week; null where there is neither a group nor a link. `now` is when it is told. */
export async function mirrorFor(db: Db, cadreId: string, week: string, now: Date): Promise<Mirror | null> {
  const end = endOfWeek(week);
  const histories: MirrorSources['histories'][number][] = [];
  for (const id of await servedGroupIds(db, cadreId, now)) {
    const history = await groupHistory(db, id, addDays(mondayOf(week), 6));
    if (history) histories.push(history);
  }
  const needs = await unansweredOf(db, cadreId, now);
  return mirrorOf({
    cadreId,
    week,
    histories,
    linkedIds: await linkedTo(db, cadreId, end),
    metIds: await metBy(db, cadreId, end),
    unanswered: { persons: new Set(needs.map(need => need.personId)).size, needs: needs.length },
  });
}

/** Cadres who are friends of the account and have no mirror of this week yet. */
export async function cadresWithoutMirror(db: Db, week: string): Promise<string[]> {
  const bound = db.select({ id: groupCadres.personId }).from(groupCadres);
  const isCadre = or(inArray(people.role, ['cadre-full-time', 'cadre-part-time']), inArray(people.id, bound));
  const cadres = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.isContact, true), isCadre))
    .orderBy(people.id);
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(like(outbox.key, keys.mirror('%', week)), gte(outbox.createdAt, endOfWeek(week))));
  const told = new Set(rows.map(row => row.key));
  return cadres.map(cadre => cadre.id).filter(id => !told.has(keys.mirror(id, week)));
}
