import { z } from 'zod';
import { archiveLines, danglingPeople } from '../../db/archive-out.ts';
import { appendAudit } from '../../db/audit.ts';
import { writeLine } from '../../src/archive/line.ts';
import { withDatabase } from '../with-database.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

export const archiveExport = defineCommand({
  name: 'archive export',
  usage: 'archive export --out <archive>',
  summary: 'the database as an archive; what people told the bot in private stays out',
  options: { out: { type: 'string' } },
  input: z.object({ out: z.string('name the archive to write'), rest: noWords }),
  async run(ctx, { out }) {
    const file = ctx.path(out);
    let lines = 0;
    await withDatabase(ctx, async ({ db }) => {
      await writeWhole(file, async put => {
        // People who asked to be forgotten are still referred to by what remains of their rows.
        for (const id of await danglingPeople(db)) {
          await put(writeLine({ type: 'person', id, name: '', role: 'unknown', contact: false }));
        }
        for await (const line of archiveLines(db)) {
          await put(writeLine(line));
          lines++;
        }
      });
      await appendAudit(
        db,
        { byId: null, act: 'archive-export', thing: 'archive', data: { lines } },
        ctx.io.clock.now(),
      );
    });
    await ctx.note(`${out}: ${lines} lines`);
  },
});
