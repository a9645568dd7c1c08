import { randomUUID } from 'node:crypto';
import { openWechatyChannel } from './bots/wechaty.ts';
import type { Io } from './cli/io.ts';
import { dialect } from './db/columns.ts';
import { dropLease, takeLease } from './db/leases.ts';
import { openDb } from './db/open.ts';
import { type House, jobCaller, openBots, openLog, shardCaller } from './rooms.ts';
import type { Channel } from './src/chat.ts';
import { type Config, readConfig } from './src/config.ts';
import { Failure } from './src/errors.ts';
import { faultWords } from './src/fault-words.ts';
import { serveWeb } from './web/serve.ts';
import { jobs } from './workers/jobs/index.ts';
import { openJobRunner } from './workers/queue.ts';

const ACCOUNT = 'main';
const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
/** After this the process ends whatever is still running: its service manager must not wait for ever. */
const STOP_WITHIN_MS = 15_000;

interface Room {
  stop(): Promise<void>;
}

function refuseWhatCannotWork(config: Config): void {
  if (dialect === 'sqlite' && config.rooms.length < 3) {
    throw new Failure(
      'bad-config',
      'ROOMS: SQLite serves one process; give a postgres DATABASE_URL, or run bots,workers,web together',
    );
  }
  if (config.rooms.includes('bots') && !config.puppet.name) {
    throw new Failure(
      'bad-config',
      'WECHATY_PUPPET: name the puppet the bot speaks through, such as wechaty-puppet-service',
    );
  }
}

/** One process an account: holds the lease and renews it; ends the process when it is lost. */
async function holdAccount(house: House): Promise<Room> {
  const name = `account/${ACCOUNT}`;
  const holder = randomUUID();
  const take = () => takeLease(house.open.db, name, holder, house.clock.now(), LEASE_MS);
  // After a crash the lease of the dead process still stands for a while; waiting is all it takes.
  const until = house.clock.now().getTime() + LEASE_MS + RENEW_MS;
  while (!(await take())) {
    if (house.clock.now().getTime() > until) {
      throw new Failure(
        'account-busy',
        `Another process speaks through the account ${ACCOUNT}; stop it, then start again.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
  const timer = setInterval(() => {
    take()
      .then(held => held || endNow(house, 'the account was taken over by another process'))
      .catch(error => house.log.error({ error: String(error) }, 'the lease could not be renewed'));
  }, RENEW_MS);
  return {
    async stop() {
      clearInterval(timer);
      await dropLease(house.open.db, name, holder);
    },
  };
}

function endNow(house: House, reason: string): void {
  house.log.error({ reason }, 'the program ends');
  process.exit(1);
}

function channelOf(house: House): Channel {
  const { puppet } = house.config;
  return openWechatyChannel({
    puppetName: puppet.name ?? '',
    puppetOptions: {
      timeoutSeconds: puppet.watchdogMs / 1000,
      ...(puppet.token ? { token: puppet.token.reveal() } : {}),
      ...(puppet.endpoint ? { endpoint: puppet.endpoint } : {}),
    },
    memoryName: `${house.config.dataDir}/${ACCOUNT}`,
    clock: house.clock,
    log: house.log,
    patience: { silentMs: 1.5 * puppet.watchdogMs },
    // Spans are written while the line is alive, so a gap is what no span covers; the log names it for the operator.
    onGap: gap => house.log.warn({ from: gap.from, to: gap.to }, 'messages of this time were not seen'),
    giveUp: reason => endNow(house, reason),
  });
}

async function startBots(house: House): Promise<Room> {
  const lease = await holdAccount(house);
  const channel = channelOf(house);
  channel.onEvent(async event => {
    if (event.kind === 'scan') await printQr(event.qrcode);
  });
  const { speaking, listening } = await openBots(house, channel, { accountId: ACCOUNT, isDemo: false });
  await channel.start();
  speaking.start();
  return {
    async stop() {
      await channel.stop();
      listening.stop();
      await speaking.stop();
      await listening.settled();
      await lease.stop();
    },
  };
}

/** The operator scans this with the account's phone. */
async function printQr(address: string): Promise<void> {
  const qrcode = await import('qrcode');
  process.stderr.write(`${await qrcode.toString(address, { type: 'terminal', small: true })}\n`);
}

async function startWorkers(house: House): Promise<Room> {
  const { clock, log, config } = house;
  const runner = await openJobRunner({
    jobs,
    run: jobCaller(house),
    shards: shardCaller(house),
    clock,
    log,
    redis: config.redis,
  });
  await runner.start();
  // What fell due while nothing ran is swept up at once; every job may run late or twice.
  for (const job of jobs)
    await runner
      .runNow(job.name)
      .catch(error => log.error({ job: job.name, error: faultWords(error) }, 'job failed'));
  return runner;
}

/** The web door: its health, and the units' pages for letters; pages for cadres and leaders come later. */
const startWeb = ({ open, clock, log, config }: House): Promise<Room> =>
  serveWeb({ db: open.db, clock, log, config }, config.web);

/** `nuanqun start`: the rooms named in ROOMS, until SIGTERM or SIGINT. */
export async function runStart({ io }: { io: Io }): Promise<void> {
  const config = readConfig(io.env);
  refuseWhatCannotWork(config);
  const log = openLog(config.logLevel);
  const open = await openDb(config.database.reveal());
  const house: House = { open, clock: io.clock, log, config };
  const running: Room[] = [];
  if (config.rooms.includes('workers')) running.push(await startWorkers(house));
  if (config.rooms.includes('bots')) running.push(await startBots(house));
  if (config.rooms.includes('web')) running.push(await startWeb(house));
  log.info({ rooms: config.rooms, database: String(config.database) }, 'started');
  await untilTold();
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  for (const room of running.reverse()) await room.stop();
  await open.close();
  process.exit(0);
}

const untilTold = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
