import { z } from 'zod';
import { analyzeArchive } from '../../src/archive/analyze-archive.ts';
import { foldArchive, surveyArchive } from '../fold-archive.ts';
import { asDocument, asLines } from '../say-analysis.ts';
import { defineCommand } from './define.ts';
import { flag, moment, words } from './words.ts';

export const analyze = defineCommand({
  name: 'analyze',
  usage: 'analyze <archive> [--as-of TIME] [--roster CSV|XLSX] [--json]',
  summary: 'states, measures and findings of every group and unit; as of the last message unless told',
  options: { 'as-of': { type: 'string' }, roster: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({
    'as-of': moment.optional(),
    roster: z.string().optional(),
    json: flag,
    rest: words('archive'),
  }),
  async run(ctx, { 'as-of': asked, roster, json, rest }) {
    const file = ctx.path(rest[0] ?? '');
    const survey = await surveyArchive(file, roster && ctx.path(roster), ctx.note);
    const histories = await foldArchive(file, survey);
    const { asOf, groups, units } = analyzeArchive(survey, histories, asked ?? null);
    if (json) await ctx.printJson(asDocument(asOf, groups, units));
    else for (const line of asLines(asOf, groups, units)) await ctx.print(line);
  },
});
