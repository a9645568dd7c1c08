import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Message } from '../src/message.ts';
import { weekEndOf } from '../src/survey/when.ts';
import { addDays, dayOf } from '../src/time.ts';
import type { Db } from './connect.ts';
import { PROMPT_MS } from './prompts.ts';
import { messages, outbox, prompts, surveyAnswers } from './schema.ts';

/** What must not stay of who gave which answer: the prompt that waits for the next tap, the order, the message itself. */

/** Prompts that know an answer, for as long as the next tap may come. */
const LINKING = ['survey-helped', 'survey-words'];

/** The prompt goes, and with it the only thing that knew which answer was this person's. */
export async function forgetLink(tx: Db, personId: string, now: Date): Promise<void> {
  await tx.delete(prompts).where(and(eq(prompts.personId, personId), inArray(prompts.kind, LINKING)));
  await shuffle(tx, now);
}

/** Links whose time is over go; how many. */
export async function forgetStaleLinks(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => {
    const isOver = lt(prompts.askedAt, new Date(now.getTime() - PROMPT_MS));
    const stale = await tx
      .delete(prompts)
      .where(and(inArray(prompts.kind, LINKING), isOver))
      .returning({ personId: prompts.personId });
    if (stale.length) await shuffle(tx, now);
    return stale.length;
  });
}

/** The week's answers are written anew in the order of their random ids: that in which they came would point to people. */
async function shuffle(tx: Db, now: Date): Promise<void> {
  const today = dayOf(now);
  const days = [...new Set([weekEndOf(today), weekEndOf(addDays(today, -1))])];
  const open = await tx.select().from(prompts).where(inArray(prompts.kind, LINKING));
  const linked = new Set(open.map(prompt => prompt.data['answerId']));
  const rows = (await tx.select().from(surveyAnswers).where(inArray(surveyAnswers.day, days)))
    .filter(row => !linked.has(row.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (rows.length < 2) return;
  const ids = rows.map(row => row.id);
  await tx.delete(surveyAnswers).where(inArray(surveyAnswers.id, ids));
  // Another process may have written the same rows anew in between.
  await tx.insert(surveyAnswers).values(rows).onConflictDoNothing();
}

/** An answer's own message keeps neither text nor length nor likeness: 知道 and 不知道 would be told apart by them. */
export async function hideAnswer(tx: Db, message: Message): Promise<void> {
  const where = and(eq(messages.placeId, message.placeId), eq(messages.id, message.id));
  const [row] = await tx.select({ fact: messages.fact }).from(messages).where(where);
  const bare = { han: 0, fingerprint: null, isThanks: false, isNotSolved: false };
  await tx
    .update(messages)
    .set({
      text: null,
      textState: 'dropped',
      fingerprint: null,
      fact: row?.fact ? { ...row.fact, ...bare } : null,
    })
    .where(where);
}

/** The key of the last thing put to be said in a place. */
export async function lastPutKey(db: Db, placeId: string): Promise<string | null> {
  const [row] = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.placeId, placeId), ne(outbox.state, 'failed')))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  return row?.key ?? null;
}
