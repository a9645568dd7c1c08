import { z } from 'zod';
import { appendAudit } from '../../db/audit.ts';
import { stateRows } from '../../db/backup.ts';
import { createSeal, headLine } from '../backup-file.ts';
import { withDatabase } from '../with-database.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { words } from './words.ts';

export const backup = defineCommand({
  name: 'backup',
  usage: 'backup <file>',
  summary: 'the whole state in one file, sealed by a digest; holds personal data, keep it locked away',
  options: {},
  input: z.object({ rest: words('file') }),
  async run(ctx, { rest: [typed = ''] }) {
    const seal = createSeal();
    let rows = 0;
    await withDatabase(ctx, async ({ db }) => {
      await writeWhole(ctx.path(typed), put =>
        db.transaction(async tx => {
          const add = async (line: string) => {
            seal.add(line);
            await put(line);
          };
          await add(headLine(ctx.io.clock.now()));
          for await (const row of stateRows(tx)) await add(`${JSON.stringify(row)}\n`);
          const foot = seal.foot();
          rows = foot.rows;
          await put(`${JSON.stringify(foot)}\n`);
        }),
      );
      const entry = { byId: null, act: 'backup', thing: 'state', data: { rows } };
      await appendAudit(db, entry, ctx.io.clock.now());
    });
    await ctx.print(`${typed}: ${rows} rows`);
  },
});
