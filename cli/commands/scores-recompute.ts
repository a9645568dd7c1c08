import { z } from 'zod';
import { type Recomputed, recomputeScores } from '../../db/recompute-scores.ts';
import { endOfWeek } from '../../src/archive/digest-archive.ts';
import { Failure } from '../../src/errors.ts';
import { addDays, dayOf, weekOf } from '../../src/time.ts';
import { withDatabase } from '../with-database.ts';
import { defineCommand } from './define.ts';
import { flag, noWords, week } from './words.ts';

function linesOf({ metrics, foldedDays, daysSince, messagesSince, weeks }: Recomputed): string[] {
  const reach =
    daysSince === null
      ? 'no day is folded, because there are no messages'
      : `${foldedDays} days folded now; days go back to ${daysSince}, messages to ${messagesSince}; what was said before is not seen`;
  return [
    `metrics version ${metrics}: ${reach}`,
    ...weeks.map(
      ({ week: of, scored, kept, units }) =>
        `${of}: ${scored} groups scored, ${kept} had a score of this version and keep it, ${units} units added up`,
    ),
  ];
}

export const scoresRecompute = defineCommand({
  name: 'scores recompute',
  usage: 'scores recompute --from 2026-W40 [--to 2026-W47] [--json]',
  summary:
    'scores ended weeks under the running version of the definitions, beside what other versions published; a score of this version that is there stays',
  options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({ from: week, to: week.optional(), json: flag, rest: noWords }),
  async run(ctx, { from, to, json }) {
    const now = ctx.io.clock.now();
    const last = to ?? weekOf(addDays(dayOf(now), -7));
    if (from > last)
      throw new Failure('wrong-usage', `--from ${from} lies after ${last}; name the earlier week first`);
    if (endOfWeek(last) > now)
      throw new Failure(
        'wrong-usage',
        `${last} has not ended; the nightly scoring writes it, end with an earlier week`,
      );
    const done = await withDatabase(ctx, ({ db }) => recomputeScores(db, { from, to: last }, now));
    if (json) await ctx.printJson(done);
    else for (const line of linesOf(done)) await ctx.print(line);
  },
});
