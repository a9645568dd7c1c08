import { and, eq } from 'drizzle-orm';
import type { FaqEntry } from '../src/faq.ts';
import type { Db } from './connect.ts';
import { faqEntries } from './schema.ts';

/** The entries in force that this installation imported, by their ids. */
export async function currentFaq(db: Db): Promise<FaqEntry[]> {
  const rows = await db
    .select()
    .from(faqEntries)
    .where(eq(faqEntries.isCurrent, true))
    .orderBy(faqEntries.id);
  return rows.map(({ isCurrent: _, ...entry }) => entry);
}

const isSame = (one: FaqEntry, other: FaqEntry): boolean =>
  JSON.stringify({ ...one, version: 0 }, Object.keys(one).sort()) ===
  JSON.stringify({ ...other, version: 0 }, Object.keys(one).sort());

/** Brings entries in, all or none: a changed one becomes a new version beside the old; an unchanged one is left alone. */
export async function importFaq(
  db: Db,
  entries: FaqEntry[],
): Promise<{ added: number; changed: number; same: number }> {
  return db.transaction(async tx => {
    const known = new Map((await currentFaq(tx)).map(entry => [entry.id, entry]));
    const counts = { added: 0, changed: 0, same: 0 };
    for (const entry of entries) {
      const before = known.get(entry.id);
      if (before && isSame(before, entry)) {
        counts.same++;
        continue;
      }
      if (before) {
        await tx
          .update(faqEntries)
          .set({ isCurrent: false })
          .where(and(eq(faqEntries.id, entry.id), eq(faqEntries.isCurrent, true)));
      }
      counts[before ? 'changed' : 'added']++;
      const version = (before?.version ?? 0) + 1;
      await tx.insert(faqEntries).values({ ...entry, answer: entry.answer ?? '', version, isCurrent: true });
    }
    return counts;
  });
}
