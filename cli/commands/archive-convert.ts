import { z } from 'zod';
import { applyRoster } from '../../src/archive/apply-roster.ts';
import { createConverter } from '../../src/archive/convert.ts';
import type { ExportItem } from '../../src/archive/export-item.ts';
import { writeLine } from '../../src/archive/line.ts';
import { Failure } from '../../src/errors.ts';
import { readRoster } from '../fold-archive.ts';
import type { Format } from '../formats/define.ts';
import { formatNames, recognise } from '../formats/index.ts';
import { writeWhole } from '../write-whole.ts';
import { type CommandContext, defineCommand } from './define.ts';

interface Source {
  file: string;
  format: Format;
}

const someFiles = z.array(z.string()).min(1, 'give the exported file, or several of them');

/** Every item of every file; `start` is told where a file begins. */
async function* itemsOf(sources: readonly Source[], start: () => void): AsyncGenerator<ExportItem> {
  for (const { file, format } of sources) {
    start();
    yield* format.read(file);
  }
}

async function convert(
  ctx: CommandContext,
  sources: readonly Source[],
  out: string,
  roster: string | undefined,
): Promise<{ people: number; groups: number; messages: number }> {
  const rows = roster === undefined ? [] : await readRoster(roster);
  const converter = createConverter(sources.length > 1);
  for await (const item of itemsOf(sources, converter.startFile)) converter.gather(item);
  const { lines, unmatched } = applyRoster(converter.head(), rows);
  for (const { n, why } of unmatched) await ctx.note(`${roster}: line ${n}: ${why}`);
  let messages = 0;
  await writeWhole(out, async put => {
    for (const line of lines) await put(writeLine(line));
    for await (const item of itemsOf(sources, converter.startFile)) {
      const line = converter.messageOf(item);
      if (!line) continue;
      messages++;
      await put(writeLine(line));
    }
    if (messages === 0) {
      throw new Failure('bad-line', `${sources[0]?.file}: line 1: holds no message; export the chat again`);
    }
  });
  const count = (type: string) => lines.filter(line => line.type === type).length;
  return { people: count('person'), groups: count('group'), messages };
}

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
    const made = await convert(ctx, sources, ctx.path(out), roster && ctx.path(roster));
    if (json)
      await ctx.printJson({ ...made, from: [...new Set(sources.map(({ format }) => format.name))], out });
    else await ctx.print(`${out}: ${made.groups} groups, ${made.people} people, ${made.messages} messages`);
  },
});
