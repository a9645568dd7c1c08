import { z } from 'zod';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { allEntries } from '../answerable.ts';
import { readModels } from '../content.ts';
import { sayCalibration } from '../say-calibration.ts';
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
    const { calibration } = createUnderstanding({ faq: entries, models: await readModels() });
    const lines = sayCalibration(calibration());
    if (json) {
      await ctx.printJson(entries);
      for (const line of lines) await ctx.note(line);
    } else {
      for (const { id, status, question, issuer, issuedOn } of entries) {
        await ctx.print([id, status, question, issuer, issuedOn].join('\t'));
      }
      for (const line of lines) await ctx.print(line);
    }
  },
});
