import { and, asc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { CandidateSource } from '../src/faq/candidate.ts';
import { newId } from '../src/ids.ts';
import type { Db } from './connect.ts';
import { FORGOTTEN } from './retention.ts';
import { counters, faqCandidates } from './schema.ts';

export type Candidate = typeof faqCandidates.$inferSelect;

async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ name: 'faq-candidate', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  return row?.value ?? 1;
}

export interface NewCandidate {
  unitId: string;
  question: string;
  answer: string | null;
  source: CandidateSource;
  messageIds: string[];
  askedTimes: number;
  entryId: string | null;
  trace: string;
}

/** Adds a candidate that waits for a person's word; its number. Call inside a transaction. */
export async function addCandidate(tx: Db, candidate: NewCandidate, now: Date): Promise<number> {
  const number = await nextNumber(tx);
  const undecided = { state: 'pending' as const, createdAt: now, decidedAt: null, decidedBy: null };
  await tx.insert(faqCandidates).values({ ...candidate, ...undecided, id: newId(now), number });
  return number;
}

/** A unit's candidates in every state: what was dismissed is not proposed again. */
export async function candidatesOfUnit(db: Db, unitId: string): Promise<Candidate[]> {
  return db
    .select()
    .from(faqCandidates)
    .where(eq(faqCandidates.unitId, unitId))
    .orderBy(asc(faqCandidates.number));
}

/** Candidates that wait for a word, the oldest first. */
export async function pendingCandidates(db: Db): Promise<Candidate[]> {
  return db
    .select()
    .from(faqCandidates)
    .where(eq(faqCandidates.state, 'pending'))
    .orderBy(asc(faqCandidates.number));
}

export async function candidateByNumber(db: Db, number: number): Promise<Candidate | null> {
  const [found] = await db.select().from(faqCandidates).where(eq(faqCandidates.number, number));
  return found ?? null;
}

/** More questions behind a candidate, or the answer it waited for. */
export async function growCandidate(
  db: Db,
  id: string,
  grown: Partial<Pick<Candidate, 'messageIds' | 'askedTimes' | 'answer'>>,
): Promise<void> {
  await db.update(faqCandidates).set(grown).where(eq(faqCandidates.id, id));
}

/** A person's word on a candidate; false when another word came first. */
export async function decideCandidate(
  tx: Db,
  id: string,
  decided: { state: 'approved' | 'dismissed'; by: string | null; at: Date; entryId?: string },
): Promise<boolean> {
  const { state, by, at, entryId } = decided;
  const rows = await tx
    .update(faqCandidates)
    .set({ state, decidedAt: at, decidedBy: by, ...(entryId ? { entryId } : {}) })
    .where(and(eq(faqCandidates.id, id), eq(faqCandidates.state, 'pending')))
    .returning({ id: faqCandidates.id });
  return rows.length > 0;
}

/** A message was recalled: what rests on it and waits for a word is not proposed any more, and its words go. */
export async function dropCandidatesOf(db: Db, messageId: string, now: Date): Promise<void> {
  for (const { id, messageIds, source } of await pendingCandidates(db)) {
    if (source !== 'cadre-answer' || !messageIds.includes(messageId)) continue;
    await db
      .update(faqCandidates)
      .set({ state: 'dismissed', decidedAt: now, question: FORGOTTEN, answer: null })
      .where(eq(faqCandidates.id, id));
  }
}

/** Takes the words out of candidates that nobody approved within the retention; they are not proposed any more. */
export async function forgetCandidates(db: Db, before: Date, now: Date): Promise<number> {
  const rows = await db
    .update(faqCandidates)
    .set({ state: 'dismissed', decidedAt: now, question: FORGOTTEN, answer: null })
    .where(
      and(
        inArray(faqCandidates.state, ['pending', 'dismissed']),
        ne(faqCandidates.question, FORGOTTEN),
        lt(faqCandidates.createdAt, before),
      ),
    )
    .returning({ id: faqCandidates.id });
  return rows.length;
}
