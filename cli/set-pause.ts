import { appendAudit } from '../db/audit.ts';
import { accountById, pauseAccount } from '../db/bindings.ts';
import { Failure } from '../src/errors.ts';
import type { CommandContext } from './commands/define.ts';
import { withDatabase } from './with-database.ts';

/** Stops an account from speaking, or lifts the stop (reason null), and writes down that it was done. */
export async function setPause(ctx: CommandContext, account: string, reason: string | null): Promise<void> {
  const now = ctx.io.clock.now();
  await withDatabase(ctx, async ({ db }) => {
    if (!(await accountById(db, account))) {
      throw new Failure('wrong-usage', `--account: no account ${account} has logged in yet`);
    }
    await pauseAccount(db, account, reason, now);
    const act = reason === null ? 'resume-account' : 'pause-account';
    await appendAudit(db, { byId: null, act, thing: account, data: {} }, now);
  });
}
