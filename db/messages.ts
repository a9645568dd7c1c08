import { and, desc, eq, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import type { Message, MessageFact } from '../src/message.ts';
import { dayOf, MINUTE_MS } from '../src/time.ts';
import type { Db } from './connect.ts';
import { messageBindings, messages } from './schema.ts';

/** A message as it is received, with the chat's own id of it. */
export interface Received {
  message: Message;
  accountId: string;
  chatMessageId: string;
}

/** How long ordinary talk keeps its text: with the five minutes between two sweeps it is gone within half an hour. */
export const TEXT_HELD_MS = 20 * MINUTE_MS;

/**
 * Stores a batch in one transaction, each delivery once: the ids of those that were new.
 * The same message under the same chat id is the same delivery, whatever it says.
 */
export async function storeMessages(db: Db, batch: Received[]): Promise<Set<string>> {
  return db.transaction(async tx => {
    const bound = await tx
      .insert(messageBindings)
      .values(
        batch.map(({ message, accountId, chatMessageId }) => ({
          placeId: message.placeId,
          accountId,
          chatMessageId,
          messageId: message.id,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: messageBindings.messageId });
    const isNew = new Set(bound.map(row => row.id));
    const rows = batch.filter(({ message }) => isNew.has(message.id)).map(({ message }) => asRow(message));
    if (rows.length) await tx.insert(messages).values(rows);
    return isNew;
  });
}

function asRow(message: Message): typeof messages.$inferInsert {
  return {
    ...message,
    day: dayOf(message.sentAt),
    textState: message.text === null ? 'dropped' : 'held',
    label: message.fact?.label ?? null,
    fingerprint: message.fact?.fingerprint ?? null,
    decidedAt: null,
    recalledAt: null,
  };
}

/** How long several messages of one person may be parts of one sentence. */
const SENTENCE_MS = 5 * MINUTE_MS;
const SENTENCE_PARTS = 2;

/**
 * What the same person said here in the five minutes before, at most two messages whose text still stands, oldest first;
 * nothing when one of them was heard as a need already: the sentence was complete with it.
 */
export async function saidJustBefore(db: Db, message: Message): Promise<string[]> {
  const rows = await db
    .select({ text: messages.text, label: messages.label })
    .from(messages)
    .where(
      and(
        eq(messages.placeId, message.placeId),
        eq(messages.senderId, message.senderId),
        gt(messages.sentAt, new Date(message.sentAt.getTime() - SENTENCE_MS)),
        or(
          lt(messages.sentAt, message.sentAt),
          and(eq(messages.sentAt, message.sentAt), lt(messages.id, message.id)),
        ),
        isNull(messages.redeliveryOf),
      ),
    )
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(SENTENCE_PARTS);
  if (rows.some(row => row.label !== null && row.label !== 'chatter')) return [];
  return rows.flatMap(row => row.text ?? []).reverse();
}

export async function messageById(db: Db, placeId: string, id: string): Promise<Message | null> {
  const [found] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.placeId, placeId), eq(messages.id, id)));
  return found ?? null;
}

/** Our id of what the chat calls `chatMessageId` in this place. */
export async function messageIdOf(db: Db, placeId: string, chatMessageId: string): Promise<string | null> {
  const [found] = await db
    .select({ id: messageBindings.messageId })
    .from(messageBindings)
    .where(and(eq(messageBindings.placeId, placeId), eq(messageBindings.chatMessageId, chatMessageId)));
  return found?.id ?? null;
}

/** Messages that were stored but never decided, because the program stopped in between; oldest first. */
export async function undecidedMessages(db: Db): Promise<Message[]> {
  return db
    .select()
    .from(messages)
    .where(isNull(messages.decidedAt))
    .orderBy(messages.receivedAt, messages.id);
}

/** An earlier message of the same words by the same person within ten seconds: it came twice, or was meant twice. */
export async function twinOf(db: Db, message: Message): Promise<string | null> {
  const since = new Date(message.sentAt.getTime() - 10_000);
  const near = await db
    .select({ id: messages.id, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.placeId, message.placeId),
        eq(messages.senderId, message.senderId),
        eq(messages.mentionsBot, message.mentionsBot),
        gt(messages.sentAt, since),
        ne(messages.id, message.id),
      ),
    );
  return near.find(row => row.text !== null && row.text === message.text && row.id < message.id)?.id ?? null;
}

export async function markDecided(
  db: Db,
  message: Message,
  decided: { at: Date; fact: MessageFact; keepsText: boolean; redeliveryOf: string | null },
): Promise<void> {
  await db
    .update(messages)
    .set({
      decidedAt: decided.at,
      fact: decided.fact,
      label: decided.fact.label,
      fingerprint: decided.fact.fingerprint,
      redeliveryOf: decided.redeliveryOf,
      ...(decided.keepsText ? { textState: 'kept' as const } : {}),
    })
    .where(and(eq(messages.placeId, message.placeId), eq(messages.id, message.id)));
}

/** A ticket or a question rests on this text: it stays until its retention ends. */
export async function keepText(db: Db, placeId: string, id: string): Promise<void> {
  await db
    .update(messages)
    .set({ textState: 'kept' })
    .where(and(eq(messages.placeId, placeId), eq(messages.id, id), eq(messages.textState, 'held')));
}

/** Takes a recalled message's text away at once. */
export async function recallMessage(db: Db, placeId: string, id: string, at: Date): Promise<void> {
  await db
    .update(messages)
    .set({ recalledAt: at, text: null, textState: 'dropped' })
    .where(and(eq(messages.placeId, placeId), eq(messages.id, id)));
}

/** Drops the texts of chatter that was decided and is old enough; how many there were. */
export async function dropHeldTexts(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - TEXT_HELD_MS);
  const dropped = await db
    .update(messages)
    .set({ text: null, textState: 'dropped' })
    .where(and(eq(messages.textState, 'held'), lt(messages.receivedAt, before)))
    .returning({ id: messages.id });
  return dropped.length;
}

/** Drops the texts whose retention has ended. */
export async function dropKeptTexts(db: Db, before: Date): Promise<number> {
  const dropped = await db
    .update(messages)
    .set({ text: null, textState: 'dropped' })
    .where(and(eq(messages.textState, 'kept'), lt(messages.receivedAt, before)))
    .returning({ id: messages.id });
  return dropped.length;
}

/** The messages of one group's one day, in order. */
export async function messagesOfDay(db: Db, groupId: string, day: string): Promise<Message[]> {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.placeId, groupId), eq(messages.day, day)))
    .orderBy(messages.sentAt, messages.id);
}

/** The latest messages of a group before a moment, oldest first: what a thread is rebuilt from. */
export async function latestMessages(
  db: Db,
  groupId: string,
  before: Date,
  limit: number,
): Promise<Message[]> {
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.placeId, groupId), lt(messages.sentAt, before)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(limit);
  return rows.reverse();
}

/** What the person themselves said that still has its text, for 我的数据. */
export async function textsOf(
  db: Db,
  personId: string,
): Promise<{ id: string; text: string | null; sentAt: Date }[]> {
  return db
    .select({ id: messages.id, text: messages.text, sentAt: messages.sentAt })
    .from(messages)
    .where(and(eq(messages.senderId, personId), inArray(messages.textState, ['kept', 'held'])))
    .orderBy(messages.sentAt);
}
