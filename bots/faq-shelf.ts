import type { Db } from '../db/connect.ts';
import { faqRevision, ownFaq } from '../db/faq.ts';
import { latestVerdicts } from '../db/faq-answers.ts';
import { mergeEntries } from '../src/faq/merge-entries.ts';
import type { FaqEntry } from '../src/faq.ts';
import type { Understanding } from '../src/understanding/understanding.ts';
import type { BotContext } from './context.ts';

/**
 * Holds the entries in memory, those of the program under those of the installation. What any process publishes,
 * withdraws or learns is there at the next look, without a restart.
 */
export async function openFaqShelf(
  db: Db,
  program: readonly FaqEntry[],
  understanding: Pick<Understanding, 'setFaq'>,
): Promise<Pick<BotContext, 'entries' | 'refreshFaq'>> {
  const entries = new Map<string, FaqEntry>();
  let held = -1;
  async function refreshFaq(): Promise<void> {
    // Read before the rows: a change between the two is seen at the next look.
    const revision = await faqRevision(db);
    if (revision === held) return;
    const merged = mergeEntries(program, await ownFaq(db));
    entries.clear();
    for (const entry of merged) entries.set(entry.id, entry);
    understanding.setFaq(merged, await latestVerdicts(db));
    held = revision;
  }
  await refreshFaq();
  return { entries, refreshFaq };
}
