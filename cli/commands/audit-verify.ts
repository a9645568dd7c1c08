import { z } from 'zod';
import { verifyAudit } from '../../db/audit.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, noWords } from './words.ts';

export const auditVerify = defineCommand({
  name: 'audit verify',
  usage: 'audit verify [--json]',
  summary: 'does the chain of the audit log hold, or where does it break',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: noWords }),
  async run(ctx, { json }) {
    const { rows, brokenAt } = await withDatabase(ctx, ({ db }) => verifyAudit(db));
    if (json) await ctx.printJson({ ok: brokenAt === null, rows, brokenAt });
    else if (brokenAt === null) await ctx.print(`the chain holds: ${rows} rows`);
    if (brokenAt === null) return 0;
    await ctx.note(`the audit log breaks at row ${brokenAt} of ${rows}; compare it with the last backup`);
    return 1;
  },
});
