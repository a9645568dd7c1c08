import type { OpenDb } from '../db/connect.ts';
import { openDb } from '../db/open.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { CommandContext } from './commands/define.ts';

/** Works with the installation's database, named by the settings, and closes it whatever happens. */
export async function withDatabase<T>(
  ctx: CommandContext,
  work: (open: OpenDb, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(ctx.io.env);
  const open = await openDb(config.database.reveal());
  try {
    return await work(open, config);
  } finally {
    await open.close();
  }
}
