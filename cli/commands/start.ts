import { z } from 'zod';
import { defineCommand } from './define.ts';
import { noWords } from './words.ts';

export const start = defineCommand({
  name: 'start',
  usage: 'start',
  summary: 'the rooms named in ROOMS (bots, workers, web)',
  options: {},
  input: z.object({ rest: noWords }),
  run: ctx => ctx.roots.start({ io: ctx.io }),
});
