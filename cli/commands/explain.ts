import { z } from 'zod';
import { definedIds, definitionOf } from '../../src/definitions/index.ts';
import { Failure } from '../../src/errors.ts';
import type { Row } from '../../src/explain/define.ts';
import type { Explanation } from '../../src/explain/explanation.ts';
import { explainInArchive, explainInDatabase } from '../find-explanation.ts';
import { type CommandContext, defineCommand } from './define.ts';
import { flag, week, words } from './words.ts';

const sayRow = (row: Row): string =>
  Object.entries(row)
    .map(([name, is]) => `${name}=${is ?? '—'}`)
    .join('  ');

/** For a person: what it is, the number, the formula with the numbers put in, and the rows. */
async function say(ctx: CommandContext, explanation: Explanation): Promise<void> {
  const { name, measure, metrics, from, to, definition, numbers, value, rows } = explanation;
  await ctx.print(`${name}：${definition.name} ${measure}（指标第${metrics}版）${from} 至 ${to}`);
  await ctx.print(`  ${definition.says}`);
  await ctx.print(`  不说明什么：${definition.saysNot}`);
  await ctx.print(`  算法：${definition.formula}`);
  if (numbers !== null) await ctx.print(`  代入：${numbers}`);
  await ctx.print(`  出处：${definition.source}`);
  if (value === null) await ctx.print('  未知');
  for (const [part, is] of Object.entries(value ?? {})) await ctx.print(`  ${part}\t${is ?? '—'}`);
  await ctx.print(`  ${rows.length} rows`);
  for (const row of rows) await ctx.print(`  ${sayRow(row)}`);
}

export const explain = defineCommand({
  name: 'explain',
  usage: 'explain <group|unit> <measure> --week 2026-W47 [--archive ARCHIVE] [--json]',
  summary:
    'the rows behind a number of a group or a unit: M1 … M20, R I E C S T, state, or a detector; from the database or from an archive',
  options: { week: { type: 'string' }, archive: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({
    week,
    archive: z.string().optional(),
    json: flag,
    rest: words('group or unit', 'measure'),
  }),
  async run(ctx, { week: asked, archive, json, rest: [whose = '', typed = ''] }) {
    const definition = definitionOf(typed);
    if (!definition)
      throw new Failure(
        'wrong-usage',
        `there is no measure “${typed}”; choose one of ${definedIds().join(', ')}`,
      );
    const ask = { whose, week: asked, definition };
    const explanation =
      archive === undefined
        ? await explainInDatabase(ctx, ask)
        : await explainInArchive(ctx, ctx.path(archive), ask);
    const { of, id, ...rest } = explanation;
    if (json) await ctx.printJson({ [of]: id, week: asked, ...rest });
    else await say(ctx, explanation);
  },
});
