import { z } from 'zod';
import { setPause } from '../set-pause.ts';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

export const accountPause = defineCommand({
  name: 'account pause',
  usage: 'account pause [--account NAME]',
  summary: 'nothing is said through the account until it is resumed; listening goes on',
  options: { account: { type: 'string' } },
  input: z.object({ account: z.string().default('main'), rest: noWords }),
  async run(ctx, { account }) {
    await setPause(ctx, account, 'paused by the operator');
    await ctx.print(`${account}: paused`);
  },
});
