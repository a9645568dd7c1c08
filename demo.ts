import { mkdirSync, rmSync } from 'node:fs';
import { SimulatorPuppet } from './bots/simulator/puppet.ts';
import { openWechatyChannel } from './bots/wechaty.ts';
import { type Io, pathFrom, write } from './cli/io.ts';
import { dialect } from './db/columns.ts';
import { openDb } from './db/open.ts';
import { readSetting, saveSetting } from './db/settings.ts';
import { createMovingClock, type MovingClock } from './demo-clock.ts';
import { ACCOUNT, furnish, phoneLinesOf, readBeginning } from './demo-furnish.ts';
import { holdFolder } from './demo-lease.ts';
import { passTo } from './demo-passing.ts';
import { BOT, openDemoWorld, phoneActs } from './demo-world.ts';
import { type BotsRoom, type House, jobCaller, openBots, openLog } from './rooms.ts';
import { readConfig } from './src/config.ts';
import { Failure } from './src/errors.ts';
import { momentsAfter, readEffects, readMoods } from './web/demo/effects.ts';
import type { DemoFace } from './web/demo/face.ts';
import { openPhones, type Phones } from './web/demo/phones.ts';
import { serveDemo } from './web/demo/serve.ts';
import { jobs } from './workers/jobs/index.ts';
import { createSchedule, type Schedule } from './workers/schedule.ts';

const PORT = 8090;
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
  try {
    const release = await holdFolder(open.db, io.clock);
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
    const phones = openPhones(phonesFile);
    phones.put(lines.flatMap(line => [...phoneLinesOf(line)]));
    await saveSetting(open.db, BEGAN, began.toISOString());
    return { house, phones, began, release };
  } catch (error) {
    await open.close();
    throw error;
  }
}

interface Running extends Opened {
  rooms: BotsRoom;
  schedule: Schedule;
}

/** Moves the clock, one move after the other. */
function createMover(running: Running): (to: Date) => Promise<Date> {
  const { house, rooms, schedule } = running;
  let turn: Promise<unknown> = Promise.resolve();
  const move = async (to: Date): Promise<Date> => {
    await passTo({ clock: house.clock, rooms, schedule }, to);
    await saveSetting(house.open.db, AHEAD, house.clock.ahead());
    return house.clock.now();
  };
  return to => {
    const mine = turn.then(() => move(to));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

/** Opens the demo: one process, the embedded database, the production rooms over a simulated chat, and the page. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  if (dialect !== 'sqlite') {
    throw new Failure(
      'bad-config',
      'DATABASE_URL: the demo brings its own database; unset it and start again',
    );
  }
  const dataDir = options.dataDir ?? pathFrom(options.io, '.data/demo');
  const opened = await openHouse(options, dataDir);
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
  const running: Running = { ...opened, rooms, schedule };
  const titles = new Map(jobs.map(job => [job.name, job.title]));
  const face: DemoFace = {
    ...phoneActs(world, phones, clock),
    clock: createMover(running),
    async effects(after) {
      const all = await readEffects(open.db, began, titles);
      return all.slice(1 + all.findIndex(effect => effect.id === after));
    },
    groupStates: () => readMoods(open.db),
    moments: async () => momentsAfter(clock.now()),
  };
  rooms.speaking.start();
  await schedule.start();
  const served = await serveDemo(
    face,
    { port: options.port ?? PORT, orAnother: options.port === undefined },
    log,
  );
  return {
    address: served.address,
    async close() {
      await served.close();
      await schedule.stop();
      await rooms.speaking.stop();
      await channel.stop();
      await rooms.listening.settled();
      await release();
      await open.close();
    },
  };
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
