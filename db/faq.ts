import { and, desc, eq, sql } from 'drizzle-orm';
import type { EntryOrigin, OwnEntry } from '../src/faq/merge-entries.ts';
import type { FaqEntry } from '../src/faq.ts';
import type { Db } from './connect.ts';
import { counters, faqEntries } from './schema.ts';

const REVISION = 'faq-revision';

/** Grows with every change of what may be answered; whoever holds entries in memory looks at it. */
export async function faqRevision(db: Db): Promise<number> {
  const [row] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, REVISION));
  return row?.value ?? 0;
}

/** Call in the transaction that changed an entry. */
async function bumpRevision(tx: Db): Promise<void> {
  await tx
    .insert(counters)
    .values({ name: REVISION, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
}

/** The entries in force that this installation keeps, by their ids. */
export async function ownFaq(db: Db): Promise<OwnEntry[]> {
  const rows = await db
    .select()
    .from(faqEntries)
    .where(eq(faqEntries.isCurrent, true))
    .orderBy(faqEntries.id);
  return rows.map(({ isCurrent: _, ...entry }) => entry);
}

export async function ownEntry(db: Db, id: string): Promise<OwnEntry | null> {
  const [row] = await db
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.id, id), eq(faqEntries.isCurrent, true)));
  if (!row) return null;
  const { isCurrent: _, ...entry } = row;
  return entry;
}

/** Every version of an entry, the newest first. */
export async function versionsOf(db: Db, id: string): Promise<FaqEntry[]> {
  return db.select().from(faqEntries).where(eq(faqEntries.id, id)).orderBy(desc(faqEntries.version));
}

type EntryChange = Partial<
  Pick<OwnEntry, 'answer' | 'status' | 'learned' | 'issuer' | 'issuedOn' | 'origin'>
>;

/**
 * Writes an entry, as it is answered now, changed as its next version. One that comes with the program is copied
 * first, so that its versions are complete. Call inside a transaction.
 */
export async function addVersion(tx: Db, answered: FaqEntry, change: EntryChange): Promise<void> {
  const own = await ownEntry(tx, answered.id);
  // Of its own entries the row is the truth; of the program's only what was learned and withdrawn is.
  const base = own && own.origin !== 'program' ? own : programEntry(answered, own);
  const row = { ...base, answer: base.answer ?? '', isCurrent: false };
  if (base.version > (own?.version ?? -1)) await tx.insert(faqEntries).values(row);
  await endCurrent(tx, answered.id);
  const next = { ...row, ...change, version: Math.max(base.version, own?.version ?? 0) + 1 };
  await tx.insert(faqEntries).values({ ...next, answer: next.answer ?? '', isCurrent: true });
  await bumpRevision(tx);
}

function programEntry(answered: FaqEntry, own: OwnEntry | null): OwnEntry {
  const learned = own?.learned ?? [];
  const phrasings = answered.phrasings.filter(words => !learned.includes(words));
  return { ...answered, phrasings, learned, origin: 'program' };
}

async function endCurrent(tx: Db, id: string): Promise<void> {
  await tx
    .update(faqEntries)
    .set({ isCurrent: false })
    .where(and(eq(faqEntries.id, id), eq(faqEntries.isCurrent, true)));
}

/** A new entry, of version 1. Call inside a transaction. */
export async function addEntry(tx: Db, entry: FaqEntry, origin: EntryOrigin): Promise<void> {
  await tx
    .insert(faqEntries)
    .values({ ...entry, answer: entry.answer ?? '', learned: [], origin, isCurrent: true });
  await bumpRevision(tx);
}

const asCompared = (entry: FaqEntry): string =>
  JSON.stringify([
    entry.question,
    entry.answer ?? '',
    entry.phrasings,
    entry.issuer,
    entry.issuedOn,
    entry.href,
    entry.unitId,
    entry.validFrom,
    entry.validTo,
  ]);

/** A withdrawn entry is not brought back by the file it came from: a person must change or approve it. */
const isSame = (before: FaqEntry, entry: FaqEntry): boolean =>
  asCompared(before) === asCompared(entry) &&
  (before.status === entry.status || before.status === 'withdrawn');

/** Brings entries in, all or none: a changed one becomes a new version beside the old; an unchanged one is left alone. */
export async function importFaq(
  db: Db,
  entries: FaqEntry[],
): Promise<{ added: number; changed: number; same: number }> {
  return db.transaction(async tx => {
    const known = new Map((await ownFaq(tx)).map(entry => [entry.id, entry]));
    const counts = { added: 0, changed: 0, same: 0 };
    for (const entry of entries) {
      const before = known.get(entry.id);
      if (before && isSame(before, entry)) {
        counts.same++;
        continue;
      }
      counts[before ? 'changed' : 'added']++;
      if (before) await replaceEntry(tx, before, entry);
      else await addEntry(tx, entry, 'imported');
    }
    return counts;
  });
}

async function replaceEntry(tx: Db, before: OwnEntry, entry: FaqEntry): Promise<void> {
  await endCurrent(tx, entry.id);
  await tx.insert(faqEntries).values({
    ...entry,
    answer: entry.answer ?? '',
    version: before.version + 1,
    learned: before.learned,
    origin: 'imported',
    isCurrent: true,
  });
  await bumpRevision(tx);
}

/** Phrasings that were learned of these words are forgotten, in every version. Call inside a transaction. */
export async function forgetLearned(tx: Db, texts: readonly string[]): Promise<void> {
  const words = new Set(texts.map(text => text.replace(/\s+/gu, ' ').trim()));
  if (!words.size) return;
  let forgotten = 0;
  for (const { id, version, learned } of await tx.select().from(faqEntries)) {
    const left = learned.filter(each => !words.has(each));
    if (left.length === learned.length) continue;
    await tx
      .update(faqEntries)
      .set({ learned: left })
      .where(and(eq(faqEntries.id, id), eq(faqEntries.version, version)));
    forgotten++;
  }
  if (forgotten) await bumpRevision(tx);
}
