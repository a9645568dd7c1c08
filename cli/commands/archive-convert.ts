import { z } from 'zod';
import { type Converted, convertExport, type Source } from '../convert-export.ts';
import { formatNames, recognise } from '../formats/index.ts';
import { defineCommand } from './define.ts';

const someFiles = z.array(z.string()).min(1, 'give the exported file, or several of them');

const sentence = (out: string, { groups, people, messages, skipped }: Converted): string =>
  `${out}: ${groups} groups, ${people} people, ${messages} messages${skipped > 0 ? `; ${skipped} skipped` : ''}`;

export const archiveConvert = defineCommand({
  name: 'archive convert',
  usage: 'archive convert [--from FORMAT] <file…> --out ARCHIVE [--roster CSV|XLSX] [--json]',
  summary: `an exported chat becomes an archive; formats: ${formatNames.join(', ')} (recognised without --from)`,
  options: {
    from: { type: 'string' },
    out: { type: 'string' },
    roster: { type: 'string' },
    json: { type: 'boolean' },
  },
  input: z.object({
    from: z.enum(formatNames, `name one of ${formatNames.join(', ')}`).optional(),
    out: z.string('name the archive to write'),
    roster: z.string().optional(),
    json: z.boolean().default(false),
    rest: someFiles,
  }),
  async run(ctx, { from, out, roster, json, rest }) {
    const sources: Source[] = [];
    for (const typed of rest) {
      const file = ctx.path(typed);
      sources.push({ file, format: await recognise(file, from) });
    }
    const made = await convertExport(sources, {
      out: ctx.path(out),
      roster: roster && ctx.path(roster),
      note: ctx.note,
    });
    const formats = [...new Set(sources.map(({ format }) => format.name))];
    if (json) await ctx.printJson({ ...made, from: formats, out });
    else await ctx.print(sentence(out, made));
  },
});
