import { z } from 'zod';
import { analyzeArchive } from '../../src/archive/analyze-archive.ts';
import { pageOfArchive } from '../../src/archive/page-of-archive.ts';
import { foldArchive, surveyArchive } from '../fold-archive.ts';
import { asDocument, asLines } from '../say-analysis.ts';
import { withArchive } from '../with-archive.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { flag, moment, words } from './words.ts';

export const analyze = defineCommand({
  name: 'analyze',
  usage: 'analyze <archive> [--as-of TIME] [--roster CSV|XLSX] [--html FILE] [--json]',
  summary:
    'states, measures and findings of every group and unit, as of the last message unless told; also of an exported chat; --html writes a page to read on a phone',
  options: {
    'as-of': { type: 'string' },
    roster: { type: 'string' },
    html: { type: 'string' },
    json: { type: 'boolean' },
  },
  input: z.object({
    'as-of': moment.optional(),
    roster: z.string().optional(),
    html: z.string().min(1, 'name the page to write').optional(),
    json: flag,
    rest: words('archive'),
  }),
  async run(ctx, { 'as-of': asked, roster, html, json, rest }) {
    await withArchive(ctx.path(rest[0] ?? ''), ctx.note, async file => {
      const survey = await surveyArchive(file, roster && ctx.path(roster), ctx.note);
      const histories = await foldArchive(file, survey);
      const analysed = analyzeArchive(survey, histories, asked ?? null);
      const { asOf, groups, units } = analysed;
      if (html !== undefined) {
        const page = pageOfArchive(survey, asOf, analysed);
        await writeWhole(ctx.path(html), put => put(page));
        await ctx.note(`${html}: written, ${groups.length} groups`);
      }
      if (json) await ctx.printJson(asDocument(asOf, groups, units));
      else if (html === undefined) for (const line of asLines(asOf, groups, units)) await ctx.print(line);
    });
  },
});
