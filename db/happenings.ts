import { and, desc, eq, gte, isNotNull, or } from 'drizzle-orm';
import type { Db } from './connect.ts';
import {
  decisions,
  digests,
  groups,
  messages,
  outbox,
  people,
  scores,
  ticketEvents,
  tickets,
} from './schema.ts';

/** What bots and workers did since a moment, for whoever watches them at work: the demo's right-hand side. */
export async function happenedSince(db: Db, since: Date, limit: number) {
  const decided = await db
    .select({
      messageId: decisions.messageId,
      at: decisions.at,
      action: decisions.action,
      label: decisions.label,
      confidence: decisions.confidence,
      entryId: decisions.entryId,
      topic: decisions.topic,
      offerAt: decisions.offerAt,
      trace: decisions.trace,
      saidById: messages.senderId,
      labelled: messages.fact,
    })
    .from(decisions)
    .innerJoin(messages, and(eq(messages.placeId, decisions.placeId), eq(messages.id, decisions.messageId)))
    .where(gte(decisions.at, since))
    .orderBy(desc(decisions.at), desc(decisions.messageId))
    .limit(limit);
  const acted = await db
    .select({
      ticketId: ticketEvents.ticketId,
      seq: ticketEvents.seq,
      at: ticketEvents.at,
      byId: ticketEvents.byId,
      act: ticketEvents.act,
      data: ticketEvents.data,
      trace: ticketEvents.trace,
      number: tickets.number,
      topic: tickets.topic,
      dueAt: tickets.dueAt,
    })
    .from(ticketEvents)
    .innerJoin(tickets, and(eq(tickets.groupId, ticketEvents.groupId), eq(tickets.id, ticketEvents.ticketId)))
    .where(gte(ticketEvents.at, since))
    .orderBy(desc(ticketEvents.at), desc(ticketEvents.ticketId), desc(ticketEvents.seq))
    .limit(limit);
  const sayings = await db
    .select({
      id: outbox.id,
      key: outbox.key,
      placeId: outbox.placeId,
      isPrivate: outbox.isPrivate,
      kind: outbox.kind,
      text: outbox.text,
      state: outbox.state,
      reason: outbox.reason,
      createdAt: outbox.createdAt,
      notBefore: outbox.notBefore,
      sentAt: outbox.sentAt,
      confirmedAt: outbox.confirmedAt,
      trace: outbox.trace,
    })
    .from(outbox)
    .where(or(gte(outbox.createdAt, since), gte(outbox.sentAt, since), gte(outbox.confirmedAt, since)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
  const composed = await db
    .select({
      leaderId: digests.leaderId,
      unitId: digests.unitId,
      week: digests.week,
      text: digests.text,
      at: digests.composedAt,
    })
    .from(digests)
    .where(gte(digests.composedAt, since))
    .orderBy(desc(digests.composedAt))
    .limit(limit);
  return { decided, acted, sayings, composed };
}

export type Happenings = Awaited<ReturnType<typeof happenedSince>>;

/** The latest scored week of every bound group. */
export async function latestScores(db: Db) {
  const rows = await db
    .select({
      groupId: scores.groupId,
      week: scores.week,
      analysis: scores.analysis,
      scoredAt: scores.scoredAt,
    })
    .from(scores)
    .innerJoin(groups, eq(groups.id, scores.groupId))
    .where(isNotNull(groups.boundAt))
    .orderBy(scores.week);
  return [...new Map(rows.map(row => [row.groupId, row])).values()];
}

/** What people and groups are called, by id. */
export async function namesById(db: Db): Promise<Map<string, string>> {
  const persons = await db.select({ id: people.id, name: people.name }).from(people);
  const places = await db.select({ id: groups.id, name: groups.name }).from(groups);
  return new Map([...persons, ...places].map(({ id, name }) => [id, name]));
}
