import { and, eq, inArray, isNotNull, lt, ne, notInArray } from 'drizzle-orm';
import { DAY_MS, dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { appeals, decisions, digests, outbox, surveyAnswers, ticketEvents, tickets } from './schema.ts';

/** What stands where words stood whose retention has ended; the counts around them stay. */
export const FORGOTTEN = '（已过保存期）';

/** Takes the words out of what is done with and older than `before`: decisions, sends, digests, tickets and their logs. */
export async function forgetWords(db: Db, before: Date): Promise<number> {
  return db.transaction(async tx => {
    const decided = await tx
      .update(decisions)
      .set({ topic: null })
      .where(and(isNotNull(decisions.topic), lt(decisions.at, before)))
      .returning({ id: decisions.messageId });
    const said = await tx
      .update(outbox)
      .set({ text: FORGOTTEN, image: null })
      .where(and(ne(outbox.state, 'queued'), ne(outbox.text, FORGOTTEN), lt(outbox.createdAt, before)))
      .returning({ key: outbox.key });
    const closed = await tx
      .update(tickets)
      .set({ topic: FORGOTTEN, waitingReason: null })
      .where(
        and(
          inArray(tickets.state, ['confirmed', 'closed', 'withdrawn']),
          eq(tickets.isErased, false),
          ne(tickets.topic, FORGOTTEN),
          lt(tickets.openedAt, before),
        ),
      )
      .returning({ groupId: tickets.groupId, id: tickets.id });
    const digested = await tx
      .update(digests)
      .set({ text: FORGOTTEN, png: null })
      .where(and(ne(digests.text, FORGOTTEN), lt(digests.composedAt, before)))
      .returning({ week: digests.week });
    for (const { groupId, id } of closed) await forgetLog(tx, groupId, id);
    const judged = await forgetJudgements(tx, before);
    return decided.length + said.length + closed.length + digested.length + judged;
  });
}

/** Free words beside an answer of a survey, and appeals that were decided; the answers and the decisions stay. */
async function forgetJudgements(tx: Db, before: Date): Promise<number> {
  const answered = await tx
    .update(surveyAnswers)
    .set({ words: null })
    .where(and(isNotNull(surveyAnswers.words), lt(surveyAnswers.day, dayOf(before))))
    .returning({ id: surveyAnswers.id });
  const appealed = await tx
    .update(appeals)
    .set({ text: FORGOTTEN })
    .where(and(isNotNull(appeals.decidedAt), ne(appeals.text, FORGOTTEN), lt(appeals.at, before)))
    .returning({ id: appeals.id });
  return answered.length + appealed.length;
}

/** A file of somebody's own data is nothing to keep: once it was sent, or will not be, its bytes go. */
export async function forgetFiles(db: Db): Promise<number> {
  const sent = await db
    .update(outbox)
    .set({ image: null })
    .where(
      and(eq(outbox.kind, 'file'), isNotNull(outbox.image), notInArray(outbox.state, ['queued', 'sending'])),
    )
    .returning({ key: outbox.key });
  return sent.length;
}

/** The log keeps who did what and when; only the words go. */
async function forgetLog(tx: Db, groupId: string, ticketId: string): Promise<void> {
  const where = and(eq(ticketEvents.groupId, groupId), eq(ticketEvents.ticketId, ticketId));
  const events = await tx.select().from(ticketEvents).where(where);
  for (const { seq, data } of events) {
    if (data.text === undefined && !data.opened) continue;
    // A mark stays where words stood: without any, more words would count as a picture, and an answered suggestion as unanswered.
    const worded = data.text === undefined ? data : { ...data, text: FORGOTTEN };
    const opened = data.opened && { ...data.opened, topic: FORGOTTEN };
    await tx
      .update(ticketEvents)
      .set({ data: opened ? { ...worded, opened } : worded })
      .where(and(where, eq(ticketEvents.seq, seq)));
  }
}

/** Words never stand longer than this many days, whatever was set. */
export const retentionEnd = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
