import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { examplesOf, headingsOf, type Sheet } from '../src/sheets/sheet.ts';
import type { CommandContext } from './commands/define.ts';
import { noWords } from './commands/words.ts';
import { csvLine } from './csv-line.ts';
import { writeWhole } from './write-whole.ts';

const BOM = '\uFEFF';

/** What a command that writes a template is given. */
export const templateInput = z.object({
  out: z
    .string()
    .regex(/\.(csv|xlsx)$/i, 'give a file that ends in .csv or .xlsx')
    .optional(),
  rest: noWords,
});

/** An empty table with its headings and the example rows, on stdout or into a file. */
export async function writeTemplate(
  ctx: CommandContext,
  sheet: Sheet,
  { remark, out }: { remark: string; out: string | undefined },
): Promise<void> {
  const rows = [[`# ${remark}`], headingsOf(sheet), ...examplesOf(sheet)];
  if (out === undefined) {
    await ctx.print(rows.map(csvLine).join('').trimEnd());
    return;
  }
  const file = ctx.path(out);
  if (/\.xlsx$/i.test(out)) {
    const bytes = await writeXlsxFile(rows).toBuffer();
    await writeWhole(file, put => put(bytes));
  } else await writeWhole(file, put => put(`${BOM}${rows.map(csvLine).join('')}`));
  await ctx.note(`${out}: written; fill it in, take the examples out and import it`);
}
