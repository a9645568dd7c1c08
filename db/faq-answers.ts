import { and, desc, eq, gt, gte, inArray } from 'drizzle-orm';
import type { FaqEntry } from '../src/faq.ts';
import type { Db } from './connect.ts';
import { versionsOf } from './faq.ts';
import { faqAnswers, messages } from './schema.ts';

export type FaqAnswer = typeof faqAnswers.$inferSelect;
export type Verdict = 'useful' | 'useless';

/** Remembers out of which entry a message was answered. */
export async function saveAnswer(db: Db, answer: Omit<FaqAnswer, 'verdict' | 'verdictAt'>): Promise<void> {
  await db
    .insert(faqAnswers)
    .values({ ...answer, verdict: null, verdictAt: null })
    .onConflictDoNothing();
}

export async function answerTo(db: Db, messageId: string): Promise<FaqAnswer | null> {
  const [found] = await db.select().from(faqAnswers).where(eq(faqAnswers.messageId, messageId));
  return found ?? null;
}

/** The latest answer to this person in this place since a moment. */
export async function latestAnswerTo(
  db: Db,
  placeId: string,
  personId: string,
  since: Date,
): Promise<FaqAnswer | null> {
  const [found] = await db
    .select({ answer: faqAnswers })
    .from(faqAnswers)
    .innerJoin(messages, eq(messages.id, faqAnswers.messageId))
    .where(and(eq(messages.placeId, placeId), eq(messages.senderId, personId), gt(faqAnswers.at, since)))
    .orderBy(desc(faqAnswers.at), desc(faqAnswers.messageId))
    .limit(1);
  return found?.answer ?? null;
}

/** One verdict an answer; a later word replaces the earlier. */
export async function saveVerdict(db: Db, messageId: string, verdict: Verdict, at: Date): Promise<void> {
  await db.update(faqAnswers).set({ verdict, verdictAt: at }).where(eq(faqAnswers.messageId, messageId));
}

/** The version with which the entry's present answer began: what was learned since changed no word of it. */
async function answerSince(db: Db, entry: FaqEntry): Promise<number> {
  let since = entry.version;
  for (const version of await versionsOf(db, entry.id)) {
    if (version.version > entry.version) continue;
    if (version.status === 'withdrawn' || version.answer !== entry.answer) break;
    since = version.version;
  }
  return since;
}

/** What was said of the entry's present answer since a moment. */
export async function verdictsOn(
  db: Db,
  entry: FaqEntry,
  since: Date,
): Promise<{ useful: number; useless: number }> {
  const rows = await db
    .select({ verdict: faqAnswers.verdict })
    .from(faqAnswers)
    .where(
      and(
        eq(faqAnswers.entryId, entry.id),
        inArray(faqAnswers.verdict, ['useful', 'useless']),
        gte(faqAnswers.entryVersion, await answerSince(db, entry)),
        gt(faqAnswers.verdictAt, since),
      ),
    );
  const useless = rows.filter(row => row.verdict === 'useless').length;
  return { useful: rows.length - useless, useless };
}

/** So many verdicts tell how bold the bot may be. */
const VERDICTS = 200;

/** The latest verdicts of people on answers of whatever entry, with how sure the bot was. */
export async function latestVerdicts(db: Db): Promise<{ confidence: number; isUseful: boolean }[]> {
  const rows = await db
    .select({ confidence: faqAnswers.confidence, verdict: faqAnswers.verdict })
    .from(faqAnswers)
    .where(inArray(faqAnswers.verdict, ['useful', 'useless']))
    .orderBy(desc(faqAnswers.verdictAt), desc(faqAnswers.messageId))
    .limit(VERDICTS);
  return rows.map(row => ({ confidence: row.confidence, isUseful: row.verdict === 'useful' }));
}
