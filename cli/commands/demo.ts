import { z } from 'zod';
import { defineCommand } from './define.ts';
import { noWords, whole } from './words.ts';

export const demo = defineCommand({
  name: 'demo',
  usage: 'demo [--port N] [--data DIR] [--archive FILE]',
  summary: 'everything in one process with a simulated chat on a web page',
  options: { port: { type: 'string' }, data: { type: 'string' }, archive: { type: 'string' } },
  input: z.object({
    port: whole(0, 65_535).optional(),
    data: z.string().optional(),
    archive: z.string().optional(),
    rest: noWords,
  }),
  run: (ctx, { port, data, archive }) =>
    ctx.roots.demo({
      port,
      dataDir: data === undefined ? undefined : ctx.path(data),
      archive: archive === undefined ? undefined : ctx.path(archive),
      io: ctx.io,
    }),
});
