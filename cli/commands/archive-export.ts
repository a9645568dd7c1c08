import { z } from 'zod';
import { exportArchive } from '../../db/archive-export.ts';
import { appendAudit } from '../../db/audit.ts';
import { writeLine } from '../../src/archive/line.ts';
import { withDatabase } from '../with-database.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

export const archiveExport = defineCommand({
  name: 'archive export',
  usage: 'archive export [--out <archive>]',
  summary: 'the database as an archive; what people told the bot in private stays out',
  options: { out: { type: 'string' } },
  input: z.object({ out: z.string().optional(), rest: noWords }),
  async run(ctx, { out }) {
    await withDatabase(ctx, async ({ db }) => {
      let lines = 0;
      const writeTo = async (put: (text: string) => Promise<void>) => {
        for await (const line of exportArchive(db)) {
          await put(writeLine(line));
          lines++;
        }
      };
      if (out === undefined) await writeTo(text => ctx.print(text.trimEnd()));
      else await writeWhole(ctx.path(out), writeTo);
      const exported = { byId: null, act: 'archive-export', thing: 'archive', data: { lines } };
      await appendAudit(db, exported, ctx.io.clock.now());
      if (out !== undefined) await ctx.note(`${out}: ${lines} lines`);
    });
  },
});
