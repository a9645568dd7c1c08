import { z } from 'zod';
import { importFaq } from '../../db/faq.ts';
import { readEntries } from '../read-entries.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

export const faqImport = defineCommand({
  name: 'faq import',
  usage: 'faq import <file.csv|xlsx|jsonl> [--json]',
  summary: 'questions and answers into the database; one without issuing body and date stays unverified',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: words('file.csv|xlsx|jsonl') }),
  async run(ctx, { json, rest: [file = ''] }) {
    const entries = await readEntries(ctx.path(file));
    const counts = await withDatabase(ctx, ({ db }) => importFaq(db, entries));
    if (json) await ctx.printJson(counts);
    else await ctx.print(`added ${counts.added}, changed ${counts.changed}, unchanged ${counts.same}`);
  },
});
