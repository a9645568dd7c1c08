import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { LineOf } from '../../src/archive/line.ts';
import type { Db } from '../connect.ts';
import { groups, messages } from '../schema.ts';

const PAGE = 1000;

type Row = typeof messages.$inferSelect;

/** A page of a group's messages after one of them, in order of time. */
async function pageAfter(db: Db, groupId: string, last: Row | undefined): Promise<Row[]> {
  const isLater =
    last &&
    or(gt(messages.sentAt, last.sentAt), and(eq(messages.sentAt, last.sentAt), gt(messages.id, last.id)));
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.placeId, groupId),
        eq(messages.isPrivate, false),
        isNotNull(messages.decidedAt),
        isLater,
      ),
    )
    .orderBy(asc(messages.sentAt), asc(messages.id))
    .limit(PAGE);
}

function asLine(row: Row): LineOf<'message'> {
  const text = row.textState === 'kept' ? row.text : null;
  return {
    type: 'message',
    id: row.id,
    group: row.placeId,
    sender: row.senderId,
    sentAt: row.sentAt,
    kind: row.kind,
    text,
    replyTo: row.replyToId,
    mentions: row.mentions,
    ...(text === null && row.fact ? { fact: row.fact } : {}),
  };
}

/** Every group's messages in order of time, a page at a time; private talk and what is not decided yet stays out. */
export async function* messageLines(db: Db): AsyncGenerator<LineOf<'message'>> {
  for (const { id } of await db.select({ id: groups.id }).from(groups).orderBy(groups.id)) {
    for (let page = await pageAfter(db, id, undefined); page.length > 0; ) {
      for (const row of page) yield asLine(row);
      page = await pageAfter(db, id, page.at(-1));
    }
  }
}
