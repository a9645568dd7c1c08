import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SimulatorPuppet } from './bots/simulator/puppet.ts';
import { openWechatyChannel } from './bots/wechaty.ts';
import { type Io, pathFrom, write } from './cli/io.ts';
import { dialect } from './db/columns.ts';
import { openDb } from './db/open.ts';
import { readSetting, saveSetting } from './db/settings.ts';
import { createMovingClock, type MovingClock } from './demo-clock.ts';
import { ACCOUNT, declareOffers, furnish, phoneLinesOf, readBeginning } from './demo-furnish.ts';
import { holdFolder } from './demo-lease.ts';
import { passTo } from './demo-passing.ts';
import { BOT, openDemoWorld, phoneActs } from './demo-world.ts';
import { type BotsRoom, type House, jobCaller, openBots, openLog } from './rooms.ts';
import { readConfig } from './src/config.ts';
import { Failure } from './src/errors.ts';
import { faultWords } from './src/fault-words.ts';
import { momentsAfter, readEffects, readMoods } from './web/demo/effects.ts';
import type { DemoFace } from './web/demo/face.ts';
import { openPhones, type Phones } from './web/demo/phones.ts';
import { serveDemo } from './web/demo/serve.ts';
import { jobs } from './workers/jobs/index.ts';
import { createSchedule, type Schedule } from './workers/schedule.ts';

const PORT = 8090;
const OWN_FOLDER = fileURLToPath(new URL('.data/demo', import.meta.url));
const BEGAN = 'demo/began';
const AHEAD = 'demo/ahead-ms';

export interface DemoOptions {
  port: number | undefined;
  /** Where the demo lives; a folder of its own. */
  dataDir: string | undefined;
  /** An archive to open instead of the made-up neighbourhood. */
  archive: string | undefined;
  io: Io;
}

export interface Demo {
  /** `http://127.0.0.1:8090` */
  address: string;
  close(): Promise<void>;
}

/** The demo needs nothing of the caller's installation; its paces are quick, because a person is waiting. */
const settingsOf = ({ env }: Io, dataDir: string): Io['env'] => ({
  NUANQUN_DATA_DIR: dataDir,
  NUANQUN_SEND_GAP_SECONDS: '0',
  NUANQUN_GROUP_GAP_SECONDS: '1',
  NUANQUN_SEND_PER_DAY: '5000',
  NUANQUN_LOG_LEVEL: env['NUANQUN_LOG_LEVEL'] || 'error',
  NUANQUN_HOTLINE: env['NUANQUN_HOTLINE'],
});

interface Opened {
  house: House & { clock: MovingClock };
  phones: Phones;
  began: Date;
  release(): Promise<void>;
}

/** Opens what an earlier start left, or begins with an archive; half a beginning is begun again. */
async function openHouse({ io, archive }: DemoOptions, dataDir: string): Promise<Opened> {
  const config = readConfig(settingsOf(io, dataDir));
  mkdirSync(dataDir, { recursive: true });
  const phonesFile = `${dataDir}/phones.jsonl`;
  const open = await openDb(config.database.reveal());
  let release = async (): Promise<void> => undefined;
  try {
    release = await holdFolder(open.db, io.clock);
    const ahead = await readSetting(open.db, AHEAD);
    const clock = createMovingClock(io.clock, typeof ahead === 'number' ? ahead : 0);
    const house = { open, clock, log: openLog(config.logLevel), config };
    const known = await readSetting(open.db, BEGAN);
    if (typeof known === 'string') {
      return { house, phones: openPhones(phonesFile), began: new Date(known), release };
    }
    rmSync(phonesFile, { force: true });
    const began = clock.now();
    const lines = await readBeginning(archive === undefined ? undefined : pathFrom(io, archive), began);
    await furnish(house, lines, BOT.name);
    if (archive === undefined) await declareOffers(open.db, began);
    const phones = openPhones(phonesFile);
    phones.put(lines.flatMap(line => [...phoneLinesOf(line)]));
    await saveSetting(open.db, BEGAN, began.toISOString());
    return { house, phones, began, release };
  } catch (error) {
    await release();
    await open.close();
    throw error;
  }
}

interface Running {
  house: House;
  face: DemoFace;
  close(): Promise<void>;
}

/** Moves the clock, one move after the other; how far it got stands in the database at every step. */
function createMover({ house }: Opened, rooms: BotsRoom, schedule: Schedule): (to: Date) => Promise<Date> {
  const { clock, open } = house;
  const onMoved = () => saveSetting(open.db, AHEAD, clock.ahead());
  let turn: Promise<unknown> = Promise.resolve();
  const move = async (to: Date): Promise<Date> => {
    // Said by the steps alone meanwhile, so that all is said when they are over.
    await rooms.speaking.stop();
    try {
      await passTo({ clock, rooms, schedule, onMoved }, to);
    } finally {
      rooms.speaking.start();
    }
    return clock.now();
  };
  return to => {
    const mine = turn.then(() => move(to));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

/** The production rooms over the chat that the phones remember; what fell due while nothing ran is made up for. */
async function openRooms(opened: Opened): Promise<Running> {
  const { house, phones, began, release } = opened;
  const { clock, log, open } = house;
  const world = openDemoWorld(phones, clock);
  const channel = openWechatyChannel({
    puppet: new SimulatorPuppet(world),
    clock,
    log,
    onGap: gap => log.warn({ from: gap.from, to: gap.to }, 'messages of this time were not seen'),
    giveUp: reason => log.error({ reason }, 'the simulated chat is gone'),
  });
  const rooms = await openBots(house, channel, { accountId: ACCOUNT, isDemo: true });
  await channel.start();
  const schedule = createSchedule({ jobs, run: jobCaller(house), clock, log });
  for (const job of jobs) {
    await schedule
      .runNow(job.name)
      .catch(error => log.error({ job: job.name, error: faultWords(error) }, 'job failed'));
  }
  rooms.speaking.start();
  await schedule.start();
  const titles = new Map(jobs.map(job => [job.name, job.title]));
  const face: DemoFace = {
    ...phoneActs(world, phones, clock),
    clock: createMover(opened, rooms, schedule),
    async effects(after) {
      const all = await readEffects(open.db, began, titles);
      return all.slice(1 + all.findIndex(effect => effect.id === after));
    },
    groupStates: () => readMoods(open.db),
    moments: async () => momentsAfter(clock.now()),
  };
  const close = async () => {
    await schedule.stop();
    await rooms.speaking.stop();
    await channel.stop();
    rooms.listening.stop();
    await rooms.listening.settled();
    await release();
    await open.close();
  };
  return { house, face, close };
}

/** Opens the demo: one process, the embedded database, the production rooms over a simulated chat, and the page. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  if (dialect !== 'sqlite') {
    const cure = 'the demo brings its own database; unset it and start again';
    throw new Failure('bad-config', `DATABASE_URL: ${cure}`);
  }
  const { port } = options;
  const { house, face, close } = await openRooms(await openHouse(options, options.dataDir ?? OWN_FOLDER));
  try {
    const served = await serveDemo(face, { port: port ?? PORT, orAnother: port === undefined }, house.log);
    return { address: served.address, close: () => served.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `nuanqun demo`: the demo until SIGTERM or SIGINT; says `ready http://127.0.0.1:N` when a person can begin. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const demo = await openDemo(options);
  await write(options.io.out, `ready ${demo.address}\n`);
  await new Promise<void>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await demo.close();
  process.exit(0);
}
