import { z } from 'zod';
import { defineCommand } from './define.ts';
import { flag, whole, words } from './words.ts';

export const replay = defineCommand({
  name: 'replay',
  usage: 'replay <messages.jsonl> [--faq KB] [--groups N] [--json]',
  summary: 'real messages through the simulator and the whole bot path: counts, latency, memory',
  options: { faq: { type: 'string' }, groups: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({
    faq: z.string().optional(),
    groups: whole(1, 10_000).default(20),
    json: flag,
    rest: words('messages.jsonl'),
  }),
  run: (ctx, { faq, groups, json, rest }) =>
    ctx.roots.replay({
      messages: ctx.path(rest[0] ?? ''),
      faq: faq === undefined ? undefined : ctx.path(faq),
      groups,
      json,
      io: ctx.io,
    }),
});
