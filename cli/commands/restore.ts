import { z } from 'zod';
import { dropState, putRow } from '../../db/backup.ts';
import { Failure } from '../../src/errors.ts';
import { readBackup, verifyBackup } from '../backup-file.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { words } from './words.ts';

export const restore = defineCommand({
  name: 'restore',
  usage: 'restore <file>',
  summary: 'a backup in place of the whole state; a damaged file changes nothing',
  options: {},
  input: z.object({ rest: words('file') }),
  async run(ctx, { rest: [typed = ''] }) {
    const file = ctx.path(typed);
    const rows = await verifyBackup(file);
    await withDatabase(ctx, ({ db }) =>
      db.transaction(async tx => {
        await dropState(tx);
        for await (const row of readBackup(file)) {
          if (await putRow(tx, row)) continue;
          throw new Failure(
            'bad-backup',
            `${file}: holds a table “${row.table}” that is not known; nothing was restored`,
          );
        }
      }),
    );
    await ctx.print(`${typed}: ${rows} rows restored`);
  },
});
