import { ownFaq } from '../db/faq.ts';
import { mergeEntries } from '../src/faq/merge-entries.ts';
import type { FaqEntry } from '../src/faq.ts';
import type { CommandContext } from './commands/define.ts';
import { readFaqContent } from './content.ts';
import { withDatabase } from './with-database.ts';

/** The entries of the program with those of the installation over them. */
export async function allEntries(ctx: CommandContext): Promise<FaqEntry[]> {
  const own = await withDatabase(ctx, ({ db }) => ownFaq(db));
  return mergeEntries(await readFaqContent(), own);
}
