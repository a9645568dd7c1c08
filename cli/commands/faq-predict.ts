import { z } from 'zod';
import { judgeHits } from '../../src/decide.ts';
import { type FaqEntry, kbLineSchema } from '../../src/faq.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { readModels } from '../content.ts';
import { readJsonLines } from '../read-json-lines.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

const TOP = 10;
const querySchema = z.object({ id: z.string(), query: z.string() });

export const faqPredict = defineCommand({
  name: 'faq predict',
  usage: 'faq predict --kb <kb.jsonl> --queries <q.jsonl>',
  summary: 'what would be answered to each query, one JSON line a query',
  options: { kb: { type: 'string' }, queries: { type: 'string' } },
  input: z.object({
    kb: z.string('give --kb <kb.jsonl>'),
    queries: z.string('give --queries <q.jsonl>'),
    rest: noWords,
  }),
  async run(ctx, { kb, queries }) {
    const entries: FaqEntry[] = [];
    for await (const entry of readJsonLines(ctx.path(kb), kbLineSchema)) entries.push(entry);
    const understanding = createUnderstanding({ faq: entries, models: await readModels() });
    const { bands } = understanding.calibration();
    for await (const { id, query } of readJsonLines(ctx.path(queries), querySchema)) {
      const hits = understanding.searchFaq(query, TOP);
      const { action, confidence } = judgeHits(hits, bands);
      const entry = action === 'silent' ? null : (hits[0]?.entryId ?? null);
      await ctx.print(JSON.stringify({ id, action, entry, confidence, top: hits.map(hit => hit.entryId) }));
    }
  },
});
