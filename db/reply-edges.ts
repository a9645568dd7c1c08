import { and, eq } from 'drizzle-orm';
import type { ReplyEdge } from '../src/message.ts';
import { dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { replyEdges } from './schema.ts';

export async function saveEdges(db: Db, edges: ReplyEdge[]): Promise<void> {
  if (!edges.length) return;
  await db
    .insert(replyEdges)
    .values(edges.map(edge => ({ ...edge, day: dayOf(edge.at) })))
    .onConflictDoNothing();
}

export async function edgesOfDay(db: Db, groupId: string, day: string): Promise<ReplyEdge[]> {
  return db
    .select()
    .from(replyEdges)
    .where(and(eq(replyEdges.groupId, groupId), eq(replyEdges.day, day)))
    .orderBy(replyEdges.at, replyEdges.fromMessageId);
}

/** Answers to one message, the surest kind included with the merely likely. */
export async function edgesTo(db: Db, groupId: string, messageId: string): Promise<ReplyEdge[]> {
  return db
    .select()
    .from(replyEdges)
    .where(and(eq(replyEdges.groupId, groupId), eq(replyEdges.toMessageId, messageId)));
}
