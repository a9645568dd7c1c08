import { access, constants } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { verifyAudit } from '../../db/audit.ts';
import { pausedAccounts } from '../../db/bindings.ts';
import type { Db } from '../../db/connect.ts';
import { fontFile } from '../../db/content.ts';
import { outboxStates } from '../../db/outbox.ts';
import { unreachableStaff } from '../../db/people.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { FONT_FILES } from '../../src/drawing/font.ts';
import { CALENDAR_VERSION, isWorkday } from '../../src/time.ts';
import { askEmbeddings } from '../ask-embeddings.ts';
import { readFaqContent, readSentences } from '../content.ts';
import { pingRedis } from '../ping-redis.ts';
import { withDatabase } from '../with-database.ts';
import { type CommandContext, defineCommand } from './define.ts';
import { flag, noWords } from './words.ts';

/** One thing the program depends on: fine, or with its cure. `isNeeded` false: it only limits what can be done. */
interface Check {
  name: string;
  ok: boolean;
  says: string;
  isNeeded: boolean;
}

const LEAST_NODE = [20, 19] as const;

const check = (name: string, ok: boolean, says: string, isNeeded = true): Check => ({
  name,
  ok,
  says,
  isNeeded,
});

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return check(
    'node',
    ok,
    ok ? process.versions.node : `is ${process.versions.node}; install Node 20.19 or newer`,
  );
}

async function checkContent(): Promise<Check[]> {
  const read = async (name: string, count: () => Promise<number>, cure: string) => {
    try {
      return check(name, true, String(await count()));
    } catch (error) {
      return check(name, false, `${sentenceOf(error)}; ${cure}`);
    }
  };
  const fonts = async () => {
    for (const font of FONT_FILES) await access(fileURLToPath(fontFile(font)), constants.R_OK);
    return FONT_FILES.length;
  };
  return [
    await read('questions', async () => (await readFaqContent()).length, 'restore content/faq.yaml'),
    await read('sentences', async () => (await readSentences()).length, 'restore content/messages'),
    await read('fonts', fonts, 'restore content/fonts'),
  ];
}

async function checkRedis({ redis }: Config): Promise<Check> {
  if (!redis) return check('redis', true, 'not set: jobs run inside the process', false);
  try {
    await pingRedis(redis.reveal());
    return check('redis', true, `${redis} answers`);
  } catch (error) {
    return check('redis', false, `${redis}: ${sentenceOf(error)}; start Redis or empty REDIS_URL`);
  }
}

async function checkEmbeddings({ embeddings }: Config): Promise<Check> {
  if (!embeddings) return check('embeddings', true, 'not set: words alone decide', false);
  const { ok, says } = await askEmbeddings(embeddings);
  return check('embeddings', ok, says, false);
}

/** Whether anything stops the bot from speaking, and what it could not say. */
async function sendingChecks(db: Db): Promise<Check[]> {
  const paused = await pausedAccounts(db);
  const { failed = 0, unknown = 0, queued = 0 } = await outboxStates(db);
  return [
    check(
      'accounts',
      paused.length === 0,
      paused.length
        ? paused
            .map(account => `${account.id} is paused (${account.pausedReason}); lift it with account resume`)
            .join('; ')
        : 'none is paused',
      false,
    ),
    check(
      'outbox',
      unknown === 0,
      `${queued} waiting, ${failed} failed, ${unknown} in doubt${unknown ? ': look them up in a backup; they are never repeated' : ''}`,
      false,
    ),
  ];
}

async function checkDatabase(ctx: CommandContext): Promise<Check[]> {
  try {
    return await withDatabase(ctx, async ({ db, where }, config) => {
      const { rows, brokenAt } = await verifyAudit(db);
      const strangers = await unreachableStaff(db);
      const names = strangers.map(person => person.name).join('、');
      return [
        check('database', true, config.database.toString() || where),
        check(
          'audit',
          brokenAt === null,
          brokenAt === null ? `${rows} rows` : `breaks at row ${brokenAt}; compare it with the last backup`,
        ),
        check(
          'contacts',
          strangers.length === 0,
          names
            ? `${names}: the bot cannot write to them; make them friends of its account`
            : 'all cadres and leaders',
          false,
        ),
        ...(await sendingChecks(db)),
      ];
    });
  } catch (error) {
    return [check('database', false, `${sentenceOf(error)}; check DATABASE_URL and NUANQUN_DATA_DIR`)];
  }
}

function checkPuppet({ puppet, rooms }: Config): Check {
  const isSet = puppet.name !== null;
  const says = isSet
    ? String(puppet.name)
    : 'WECHATY_PUPPET is not set; the demo needs none, start with bots does';
  return check('puppet', isSet || !rooms.includes('bots'), says, false);
}

function checkCalendar(now: Date): Check {
  const year = now.getUTCFullYear();
  // The package knows a year once its New Year's Day is a day off.
  const isKnown = !isWorkday(`${year}-01-01`) && !isWorkday(`${year}-10-01`);
  return check(
    'calendar',
    isKnown,
    isKnown ? `${year} (${CALENDAR_VERSION})` : `holidays of ${year} are missing; update chinese-days`,
    false,
  );
}

async function runChecks(ctx: CommandContext): Promise<Check[]> {
  const always = [checkNode(), checkCalendar(ctx.io.clock.now()), ...(await checkContent())];
  let config: Config;
  try {
    config = readConfig(ctx.io.env);
  } catch (error) {
    return [...always, check('settings', false, sentenceOf(error))];
  }
  return [
    ...always,
    check('settings', true, `rooms ${config.rooms.join(',')}`),
    checkPuppet(config),
    ...(await checkDatabase(ctx)),
    await checkRedis(config),
    await checkEmbeddings(config),
  ];
}

export const doctor = defineCommand({
  name: 'doctor',
  usage: 'doctor [--json]',
  summary: 'every setting, server and version it depends on, each ok or with its cure',
  options: { json: { type: 'boolean' } },
  input: z.object({ json: flag, rest: noWords }),
  async run(ctx, { json }) {
    const checks = await runChecks(ctx);
    const isWell = checks.every(({ ok, isNeeded }) => ok || !isNeeded);
    if (json) await ctx.printJson({ ok: isWell, checks });
    else for (const { name, ok, says } of checks) await ctx.print(`${ok ? 'ok ' : '!! '} ${name}: ${says}`);
    return isWell ? 0 : 1;
  },
});
