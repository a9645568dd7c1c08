import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addDays, addDeclared, addMessages, addTickets } from '../../db/archive-in.ts';
import { appendAudit } from '../../db/audit.ts';
import type { Db } from '../../db/connect.ts';
import { describeGroups } from '../../src/archive/describe-groups.ts';
import { createFolding } from '../../src/archive/histories.ts';
import type { Survey } from '../../src/archive/survey.ts';
import { newTrace } from '../../src/ids.ts';
import type { Message, ReplyEdge } from '../../src/message.ts';
import { DAY_MS } from '../../src/time.ts';
import { openLabeller } from '../content.ts';
import { surveyArchive } from '../fold-archive.ts';
import { readArchive } from '../read-archive.ts';
import { readBytes } from '../read-lines.ts';
import { withDatabase } from '../with-database.ts';
import { type CommandContext, defineCommand } from './define.ts';
import { flag, words } from './words.ts';

const BATCH = 1000;

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readBytes(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Streams the archive's messages into the database; how many were new. */
async function bringIn(tx: Db, file: string, survey: Survey, now: Date, keepSince: Date) {
  const heard: { message: Message; edges: ReplyEdge[] }[] = [];
  const folding = createFolding(survey, await openLabeller(), (message, edges) => {
    heard.push({ message, edges });
  });
  let messages = 0;
  const store = async () => {
    messages += await addMessages(tx, heard.splice(0), now, keepSince);
  };
  for await (const { line } of readArchive(file)) {
    if (line.type === 'message') folding.push(line);
    if (heard.length >= BATCH) await store();
  }
  const histories = folding.done();
  await store();
  for (const { days } of histories) await addDays(tx, days, now);
  return messages;
}

async function importArchive(ctx: CommandContext, file: string, roster: string | undefined) {
  const survey = await surveyArchive(file, roster, ctx.note);
  const digest = await digestOf(file);
  const now = ctx.io.clock.now();
  return withDatabase(ctx, async (open, config) => {
    const keepSince = new Date(now.getTime() - config.retentionDays * DAY_MS);
    const frames = describeGroups(survey);
    return open.db.transaction(async tx => {
      await addDeclared(tx, survey, frames, now);
      const messages = await bringIn(tx, file, survey, now, keepSince);
      const trace = newTrace(now);
      const tickets = await addTickets(
        tx,
        frames.flatMap(frame => frame.tickets),
        trace,
      );
      const counts = { groups: frames.length, messages, tickets };
      return { counts, digest };
    });
  });
}

export const archiveImport = defineCommand({
  name: 'archive import',
  usage: 'archive import <archive> [--roster CSV|XLSX] [--json]',
  summary: 'an archive into the database; importing twice changes nothing',
  options: { roster: { type: 'string' }, json: { type: 'boolean' } },
  input: z.object({ roster: z.string().optional(), json: flag, rest: words('archive') }),
  async run(ctx, { roster, json, rest }) {
    const file = ctx.path(rest[0] ?? '');
    const { counts, digest } = await importArchive(ctx, file, roster && ctx.path(roster));
    const isNew = counts.messages > 0 || counts.tickets > 0;
    if (isNew) {
      await withDatabase(ctx, ({ db }) =>
        appendAudit(
          db,
          { byId: null, act: 'archive-import', thing: digest, data: counts },
          ctx.io.clock.now(),
        ),
      );
    }
    if (json) await ctx.printJson(counts);
    else
      await ctx.print(
        `new: ${counts.messages} messages, ${counts.tickets} tickets in ${counts.groups} groups`,
      );
  },
});
