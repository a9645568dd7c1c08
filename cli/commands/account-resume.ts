import { z } from 'zod';
import { setPause } from '../set-pause.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

export const accountResume = defineCommand({
  name: 'account resume',
  usage: 'account resume [--account NAME]',
  summary: 'the account may speak again, after a pause or after 操作过于频繁',
  options: { account: { type: 'string' } },
  input: z.object({ account: z.string().default('main'), rest: noWords }),
  async run(ctx, { account }) {
    await setPause(ctx, account, null);
    await ctx.print(`${account}: may speak again`);
  },
});
