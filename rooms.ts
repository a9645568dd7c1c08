import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { BotContext } from './bots/context.ts';
import { openFaqShelf } from './bots/faq-shelf.ts';
import { type Listening, listen } from './bots/listen.ts';
import { openMeaning } from './bots/meaning.ts';
import { openSpeaking, type Speaking } from './bots/speak.ts';
import { readFaqContent, readModels } from './cli/content.ts';
import type { Db, OpenDb } from './db/connect.ts';
import { ownFaq } from './db/faq.ts';
import { forgetJobRuns, saveJobRun } from './db/job-runs.ts';
import type { Channel } from './src/chat.ts';
import type { Config } from './src/config.ts';
import type { Digest } from './src/digest.ts';
import { mergeEntries } from './src/faq/merge-entries.ts';
import type { FaqEntry } from './src/faq.ts';
import { newId } from './src/ids.ts';
import type { Log } from './src/log.ts';
import type { Message } from './src/message.ts';
import { type Clock, DAY_MS } from './src/time.ts';
import { createUnderstanding } from './src/understanding/understanding.ts';
import type { Job, JobContext, JobReport } from './workers/jobs/define.ts';
import type { RunShards } from './workers/queue.ts';

/** What every room is given, once. */
export interface House {
  open: OpenDb;
  clock: Clock;
  log: Log;
  config: Config;
}

/** Logs as JSON lines on stderr: stdout belongs to the commands. */
export const openLog = (level: Config['logLevel']): Log =>
  pino({ level, base: { process: randomUUID().slice(0, 8) } }, pino.destination({ dest: 2, sync: true }));

/** The questions that may be answered: what comes with the program, under what the installation keeps. */
export const answerable = async (db: Db): Promise<FaqEntry[]> =>
  mergeEntries(await readFaqContent(), await ownFaq(db));

export interface BotsRoom {
  bot: BotContext;
  listening: Listening;
  speaking: Speaking;
}

/** Rooms 1, 2, 3, 5 and 8: one chat account, heard and spoken through. The channel is started by the caller. */
export async function openBots(
  house: House,
  channel: Channel,
  options: { accountId: string; isDemo: boolean; entries?: FaqEntry[]; acted?: (message: Message) => void },
): Promise<BotsRoom> {
  const program = options.entries ?? (await readFaqContent());
  const understanding = createUnderstanding({ faq: [], models: await readModels() });
  const { clock, log, config } = house;
  const meaning = config.embeddings && openMeaning({ settings: config.embeddings, clock, log });
  const setFaq = (entries: readonly FaqEntry[]) => {
    understanding.setFaq(entries);
    meaning?.setFaq(entries);
  };
  const bot: BotContext = {
    db: house.open.db,
    clock: house.clock,
    log: house.log,
    config: house.config,
    accountId: options.accountId,
    channel,
    understanding,
    meaning,
    ...(await openFaqShelf(house.open.db, program, { setFaq })),
    isDemo: options.isDemo,
  };
  const speaking = await openSpeaking(bot);
  return { bot, listening: await listen(bot, options.acted), speaking };
}

// The drawing libraries load when the first picture is drawn, not at every start.
const drawDigest = async (digest: Digest): Promise<Uint8Array> =>
  (await import('./draw-digest.ts')).drawDigest(digest);

/** What the jobs did stays for a month, for the operator to look at. */
const RUNS_KEPT_MS = 30 * DAY_MS;

const jobContext = ({ open, clock, log, config }: House, now: Date): JobContext => ({
  db: open.db,
  now,
  clock,
  log,
  config,
  scrub: open.scrub,
  drawDigest,
});

/** Keeps a line of a run that did something. */
async function keepRun(
  { open, clock }: House,
  job: Job,
  run: { at: Date; report: JobReport },
): Promise<void> {
  const { at, report } = run;
  if (Object.values(report).every(count => count === 0)) return;
  const line = { job: job.name, id: newId(at), startedAt: at, finishedAt: clock.now(), report, error: null };
  await saveJobRun(open.db, line);
  await forgetJobRuns(open.db, job.name, new Date(at.getTime() - RUNS_KEPT_MS));
}

/** Runs one job with all it needs, and keeps a line of each run that did something. */
export function jobCaller(house: House) {
  return async (job: Job, now: Date): Promise<JobReport> => {
    const report = await job.run(jobContext(house, now));
    await keepRun(house, job, { at: now, report });
    return report;
  };
}

/** Runs the parts of jobs that several processes share. */
export const shardCaller = (house: House): RunShards => ({
  due: async (job, now) => job.shards?.due(jobContext(house, now)) ?? [],
  run: async (job, now, shard) => job.shards?.run(jobContext(house, now), shard) ?? {},
  ended: (job, at, report) => keepRun(house, job, { at, report }),
});
