import { and, desc, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import { MINUTE_MS } from '../src/time.ts';
import type { HeardNeed } from '../src/unanswered-need.ts';
import type { Db } from './connect.ts';
import { decisions, faqAnswers, groups, messages, people, replyEdges, tickets } from './schema.ts';

/** Surely an answer: quoted, mentioned, or a cadre's picture or voice behind the question. */
const SURE = 0.9;

/** Messages that a person surely answered; the bot's words never count. */
async function answeredByPerson(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = ids.length
    ? await db
        .select({ to: replyEdges.toMessageId, role: people.role })
        .from(replyEdges)
        .innerJoin(
          messages,
          and(eq(messages.placeId, replyEdges.groupId), eq(messages.id, replyEdges.fromMessageId)),
        )
        .innerJoin(people, eq(people.id, messages.senderId))
        .where(and(inArray(replyEdges.toMessageId, [...ids]), gte(replyEdges.confidence, SURE)))
    : [];
  return new Set(rows.filter(row => row.role !== 'bot').map(row => row.to));
}

/** Questions that the bot answered; those it was told were of no use are not among them. */
async function answeredByBot(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = ids.length
    ? await db
        .select({ id: faqAnswers.askedId, verdict: faqAnswers.verdict })
        .from(faqAnswers)
        .where(inArray(faqAnswers.askedId, [...ids]))
    : [];
  return new Set(rows.filter(row => row.verdict !== 'useless').map(row => row.id));
}

/** So near to the message of a ticket the same person's other words belong to it. */
const PIECES_MS = 5 * MINUTE_MS;

/** Whether a person had a ticket opened of something said about that moment. */
async function ticketedMoments(db: Db, groupIds: readonly string[], since: Date) {
  const rows = await db
    .select({ personId: tickets.requesterId, openedAt: tickets.openedAt })
    .from(tickets)
    .where(
      and(
        inArray(tickets.groupId, [...groupIds]),
        gt(tickets.openedAt, new Date(since.getTime() - PIECES_MS)),
      ),
    );
  return (personId: string, at: Date): boolean =>
    rows.some(
      row => row.personId === personId && Math.abs(row.openedAt.getTime() - at.getTime()) <= PIECES_MS,
    );
}

/** What members of these groups asked or asked for since a moment, with what came of it; the newest first. */
export async function needsOf(db: Db, groupIds: readonly string[], since: Date): Promise<HeardNeed[]> {
  if (!groupIds.length) return [];
  const rows = await db
    .select({
      messageId: messages.id,
      groupId: messages.placeId,
      groupName: groups.name,
      unitId: groups.unitId,
      personId: messages.senderId,
      role: people.role,
      sentAt: messages.sentAt,
      text: messages.text,
      fact: messages.fact,
      action: decisions.action,
      ticketId: tickets.id,
      trace: messages.trace,
    })
    .from(messages)
    .innerJoin(groups, eq(groups.id, messages.placeId))
    .innerJoin(people, eq(people.id, messages.senderId))
    .leftJoin(decisions, and(eq(decisions.placeId, messages.placeId), eq(decisions.messageId, messages.id)))
    .leftJoin(tickets, eq(tickets.messageId, messages.id))
    .where(
      and(
        inArray(messages.placeId, [...groupIds]),
        inArray(messages.label, ['question', 'request']),
        gt(messages.sentAt, since),
        isNotNull(messages.text),
        eq(messages.textState, 'kept'),
        isNull(messages.recalledAt),
        isNull(messages.redeliveryOf),
      ),
    )
    .orderBy(desc(messages.sentAt), desc(messages.id));
  const ids = rows.map(row => row.messageId);
  const ticketed = await ticketedMoments(db, groupIds, since);
  const byPerson = await answeredByPerson(db, ids);
  const byBot = await answeredByBot(db, ids);
  return rows.map(({ fact, text, ticketId, action, ...row }) => ({
    ...row,
    text: text ?? '',
    label: fact?.label ?? 'chatter',
    confidence: fact?.confidence ?? 0,
    isCommand: fact?.substance === 'command',
    isAnsweredByPerson: byPerson.has(row.messageId),
    isAnsweredByBot: byBot.has(row.messageId) || action === 'emergency',
    // What was said in pieces has one ticket, of one of them.
    hasTicket: ticketId !== null || ticketed(row.personId, row.sentAt),
  }));
}
