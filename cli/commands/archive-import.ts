import { createHash } from 'node:crypto';
import { z } from 'zod';
import { importArchive } from '../../db/archive-import.ts';
import { appendAudit } from '../../db/audit.ts';
import { applyRoster } from '../../src/archive/apply-roster.ts';
import type { ArchiveLine, LineOf } from '../../src/archive/line.ts';
import { openLabeller } from '../content.ts';
import { readRoster, surveyArchive } from '../fold-archive.ts';
import { readArchive } from '../read-archive.ts';
import { readBytes } from '../read-lines.ts';
import { withDatabase } from '../with-database.ts';
import { type CommandContext, defineCommand } from './define.ts';
import { flag, words } from './words.ts';

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readBytes(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** The declared lines, with a roster's roles in them, and then the messages. */
async function* linesOf(
  file: string,
  declared: Exclude<ArchiveLine, LineOf<'message'>>[],
): AsyncGenerator<ArchiveLine> {
  yield* declared;
  for await (const { line } of readArchive(file)) if (line.type === 'message') yield line;
}

async function bringIn(ctx: CommandContext, file: string, roster: string | undefined) {
  const rows = roster === undefined ? [] : await readRoster(roster);
  // Read through and checked before the database is touched.
  const survey = await surveyArchive(file, undefined, ctx.note);
  const { lines, unmatched } = applyRoster(survey.lines, rows);
  for (const { n, why } of unmatched) await ctx.note(`${roster}: line ${n}: ${why}`);
  const { version, labelOf } = await openLabeller();
  const now = ctx.io.clock.now();
  return withDatabase(ctx, async ({ db }, { retentionDays }) => {
    const options = { now, version, classify: labelOf, bindTo: null, retentionDays };
    const added = await importArchive(db, linesOf(file, lines), options);
    if (Object.values(added).some(count => count > 0)) {
      const thing = await digestOf(file);
      await appendAudit(db, { byId: null, act: 'archive-import', thing, data: added }, now);
    }
    return added;
  });
}

export const archiveImport = defineCommand({
  name: 'archive import',
  usage: 'archive import <archive> [--roster CSV|XLSX] [--json]',
  summary: 'an archive into the database; importing twice changes nothing',
  options: { roster: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({ roster: z.string().optional(), json: flag, rest: words('archive') }),
  async run(ctx, { roster, json, rest }) {
    const added = await bringIn(ctx, ctx.path(rest[0] ?? ''), roster && ctx.path(roster));
    const isAny = Object.values(added).some(count => count > 0);
    if (json) await ctx.printJson(added);
    else if (!isAny) await ctx.print('nothing new: all of it was there already');
    else
      for (const [type, count] of Object.entries(added)) if (count > 0) await ctx.print(`${type}\t${count}`);
  },
});
