import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SimulatorPuppet } from '../bots/simulator/puppet.ts';
import { createSimulatorWorld } from '../bots/simulator/world.ts';
import { openWechatyChannel } from '../bots/wechaty.ts';
import { openDb } from '../db/open.ts';
import { messages, outbox, tickets } from '../db/schema.ts';
import { answerable, openBots, openLog } from '../rooms.ts';
import { readConfig } from '../src/config.ts';
import { bareCommitTimes, echoTimes } from './desk/floors.ts';
import { ACCOUNT, furnishStreet } from './desk/street.ts';
import { A_SECOND, mixedTraffic, sayAtPace } from './desk/traffic.ts';
import { columns, ms, quantile } from './shared/figures.ts';

/*
 * How long a member waits for the bot's answer, and for the ticket to be safely written, with a hundred messages a second in
 * twenty groups: the real bot over the simulated chat, on a file. Beside it what could be no faster: an echo over the same
 * chat and library, and the bare rows of one ticket committed. Read it on a quiet machine: where fewer are dealt with than are said, they queue. `nuanqun bench desk`
 */
const SECONDS = 60;
const ECHO_SECONDS = 10;
const PATIENCE_MS = 60_000;

type Times = readonly number[];

interface Served {
  answers: Times;
  tickets: Times;
  asked: number;
  /** Messages dealt with a second, from the first said to the last done. */
  rate: number;
  commits: Times;
}

async function serve(folder: string, count: number): Promise<Served> {
  const clock = { now: () => new Date() };
  const log = openLog('error');
  const file = join(folder, 'desk.sqlite');
  const open = await openDb(file);
  const gaps = { NUANQUN_SEND_GAP_SECONDS: '0', NUANQUN_GROUP_GAP_SECONDS: '0' };
  const config = readConfig({ ...gaps, NUANQUN_SEND_PER_DAY: '10000' });
  const chat = createSimulatorWorld({ clock, most: count * 3 });
  await furnishStreet(open.db, chat, clock.now());
  const channel = openWechatyChannel({
    puppet: new SimulatorPuppet(chat),
    clock,
    log,
    onGap: () => undefined,
    giveUp: () => undefined,
  });
  const actedAt = new Map<string, number>();
  const room = await openBots({ open, clock, log, config }, channel, {
    accountId: ACCOUNT,
    isDemo: true,
    entries: await answerable(open.db),
    acted: ({ id }) => void actedAt.set(id, Date.now()),
  });
  await channel.start();
  room.speaking.start();
  const words = await mixedTraffic(count);
  const began = Date.now();
  await sayAtPace(chat, words);
  while (actedAt.size < count && Date.now() - began < count * (1000 / A_SECOND) + PATIENCE_MS)
    await new Promise(resolve => setTimeout(resolve, 20));
  const rate = (actedAt.size * 1000) / (Math.max(...actedAt.values()) - began);
  await room.listening.settled();
  await room.speaking.stop();
  await room.speaking.sayDue();
  const heard = await open.db.select().from(messages);
  const saidAt = new Map(heard.map(({ id, sentAt }) => [id, sentAt.getTime()]));
  const said = await open.db.select().from(outbox);
  const opened = await open.db.select().from(tickets);
  const since = (messageId: string, at: number | undefined): number[] => {
    const from = saidAt.get(messageId);
    return from === undefined || at === undefined ? [] : [at - from];
  };
  const messageOf = new Map(heard.map(({ trace, id }) => [trace, id]));
  const answers = said
    .filter(({ isPrivate, sentAt }) => !isPrivate && sentAt !== null)
    .flatMap(({ trace, sentAt }) => since(messageOf.get(trace) ?? '', sentAt?.getTime()));
  const written = opened.flatMap(({ messageId }) => since(messageId ?? '', actedAt.get(messageId ?? '')));
  await channel.stop();
  room.listening.stop();
  const commits = await bareCommitTimes(open, file);
  await open.close();
  const asked = words.filter(({ isToBot }) => isToBot).length;
  return { answers, tickets: written, asked, rate, commits };
}

const row = (name: string, times: Times, floor: Times): string[] => [
  name,
  ...[0.5, 0.95].map(part => ms(quantile(times, part))),
  ...[0.5, 0.95].map(part => (quantile(times, part) / quantile(floor, part)).toFixed(1)),
  String(times.length),
];

async function main(): Promise<void> {
  const seconds = Number(process.argv.at(-1)) || SECONDS;
  const load = loadavg().map(each => each.toFixed(1));
  console.log(`Node ${process.version}, ${cpus().length} cores, load before this run ${load.join(' ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'nuanqun-desk-'));
  const echo = await echoTimes(await mixedTraffic(ECHO_SECONDS * A_SECOND));
  const { answers, tickets: written, asked, rate, commits } = await serve(folder, seconds * A_SECOND);
  rmSync(folder, { recursive: true });
  console.log(
    `${A_SECOND} messages a second for ${seconds} s into 20 groups, ${asked} of them to the bot; ${rate.toFixed(0)} dealt with a second`,
  );
  console.log(
    columns([
      ['milliseconds', 'median', 'p95', 'x floor', 'x floor p95', 'of'],
      row('message to the answer sent', answers, echo),
      row('  floor: an echo over the same chat', echo, echo),
      row('message to the ticket committed', written, commits),
      row("  floor: one ticket's bare rows committed", commits, commits),
    ]),
  );
}

await main();
