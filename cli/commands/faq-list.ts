import { z } from 'zod';
import { allEntries } from '../answerable.ts';
import { defineCommand } from './define.ts';
import { flag, noWords } from './words.ts';

export const faqList = defineCommand({
  name: 'faq list',
  usage: 'faq list [--json]',
  summary: 'every question that can be answered, with its source and whether anybody read it',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: noWords }),
  async run(ctx, { json }) {
    const entries = await allEntries(ctx);
    if (json) await ctx.printJson(entries);
    else {
      for (const { id, status, question, issuer, issuedOn } of entries) {
        await ctx.print([id, status, question, issuer, issuedOn].join('\t'));
      }
    }
  },
});
