import { z } from 'zod';
import { writeLine } from '../../src/archive/line.ts';
import { makeCommunity } from '../../src/communities/community.ts';
import { writeWhole } from '../write-whole.ts';
import { defineCommand } from './define.ts';
import { noWords, whole } from './words.ts';

/** After a long holiday, so that pauses are in the window. */
const LAST_DAY = '2026-10-20';

const day = z
  .string()
  .refine(
    text => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
    'give a day like 2026-10-20',
  );

export const communityGenerate = defineCommand({
  name: 'community generate',
  usage: 'community generate --seed N --groups N --days N --out ARCHIVE [--truth FILE] [--until DAY]',
  summary: 'an archive of made-up groups whose states and findings are known, and that truth; for testing',
  options: {
    seed: { type: 'string' },
    groups: { type: 'string' },
    days: { type: 'string' },
    until: { type: 'string' },
    out: { type: 'string' },
    truth: { type: 'string' },
  },
  input: z.object({
    seed: whole(0, 999_999).default(1),
    groups: whole(1, 20_000).default(100),
    // Fewer days than this and what is true of a group would depend on what came before them.
    days: whole(150, 730).default(180),
    until: day.default(LAST_DAY),
    out: z.string('say where to write it: --out ARCHIVE'),
    truth: z.string().optional(),
    rest: noWords,
  }),
  async run(ctx, { seed, groups, days, until, out, truth }) {
    const made = makeCommunity({ seed, groups, days, lastDay: until });
    await writeWhole(ctx.path(out), async put => {
      for (const line of made.lines) await put(writeLine(line));
    });
    if (truth !== undefined) {
      const known = { asOf: made.asOf.toISOString(), metrics: '1', groups: made.groups, units: made.units };
      await writeWhole(ctx.path(truth), put => put(`${JSON.stringify(known, null, 1)}\n`));
    }
    await ctx.print(
      `${made.groups.length} groups, ${made.lines.length} lines, as of ${made.asOf.toISOString()}`,
    );
  },
});
