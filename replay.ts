import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { SimulatorPuppet } from './bots/simulator/puppet.ts';
import { createSimulatorWorld, type SimulatorWorld } from './bots/simulator/world.ts';
import { openWechatyChannel } from './bots/wechaty.ts';
import { type Io, write } from './cli/io.ts';
import { readJsonLines } from './cli/read-json-lines.ts';
import { bind, saveAccount } from './db/bindings.ts';
import { decidedActions } from './db/decisions.ts';
import { joinGroup } from './db/groups.ts';
import { openDb } from './db/open.ts';
import { savePerson } from './db/people.ts';
import { groups, units } from './db/schema.ts';
import { answerable, type House, openBots, openLog } from './rooms.ts';
import { readConfig } from './src/config.ts';
import { Failure } from './src/errors.ts';
import { type FaqEntry, kbLineSchema } from './src/faq.ts';
import type { Message } from './src/message.ts';

const ACCOUNT = 'replay';
/** Members of each group, who speak in turn. */
const MEMBERS = 30;
/** Messages under way at once: enough to keep the machine busy, few enough that latency means something. */
const UNDER_WAY = 20;

const replayLine = z.object({ id: z.string(), text: z.string(), label: z.string().default('unlabelled') });
type ReplayLine = z.infer<typeof replayLine>;

interface ReplayOptions {
  messages: string;
  faq: string | undefined;
  groups: number;
  json: boolean;
  io: Io;
}

/** A neighbourhood of equal groups, without cadres, in the database and in the chat alike. */
async function furnish(house: House, world: SimulatorWorld, count: number): Promise<string[]> {
  const { db } = house.open;
  const now = house.clock.now();
  await saveAccount(db, ACCOUNT, world.bot.name);
  await db
    .insert(units)
    .values({ id: 'unit', name: '街道', parentId: null, level: 'street', line: 'replay' });
  const ids = Array.from({ length: count }, (_, index) => `group-${index + 1}`);
  for (const id of ids) {
    const members = Array.from({ length: MEMBERS }, (_, index) => ({ id: `${id}-person-${index + 1}` }));
    for (const member of members) {
      world.addPerson({ id: member.id, name: member.id });
      await savePerson(db, { id: member.id, name: member.id, role: 'member', isContact: false });
      await bind(db, ACCOUNT, 'person', member.id, member.id, now);
      await joinGroup(db, id, member.id, 'member', now);
    }
    world.addGroup({ id, name: id, members });
    const shape = {
      unitId: 'unit',
      kind: 'grassroots' as const,
      size: MEMBERS,
      createdAt: now,
      serviceLines: [],
    };
    await db.insert(groups).values({ id, name: id, ...shape, boundAt: now, bindCode: null, noticeAt: now });
    await bind(db, ACCOUNT, 'group', id, id, now);
  }
  return ids;
}

const percentile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;

/** Says every line into the groups in turn and waits until each was acted on; how long each took, in ms. */
function createSpeaker(world: SimulatorWorld, groupIds: readonly string[]) {
  const began = new Map<string, { at: number; label: string }[]>();
  const latencies: number[] = [];
  const labels = new Map<string, string>();
  let underWay = 0;
  let wake: () => void = () => undefined;
  return {
    latencies,
    labels,
    acted(message: Message): void {
      // Order within a group is kept, so the first that began there is the first that ends.
      const first = began.get(message.placeId)?.shift();
      if (!first) return;
      latencies.push(performance.now() - first.at);
      labels.set(message.id, first.label);
      underWay--;
      wake();
    },
    async say(line: ReplayLine, index: number): Promise<void> {
      while (underWay >= UNDER_WAY) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      const groupId = groupIds[index % groupIds.length] ?? '';
      const from = `${groupId}-person-${1 + (Math.floor(index / groupIds.length) % MEMBERS)}`;
      began.set(groupId, [...(began.get(groupId) ?? []), { at: performance.now(), label: line.label }]);
      underWay++;
      world.say({ from, groupId, text: line.text });
    },
  };
}

type Counts = Record<string, Record<string, number>>;

function countByLabel(labels: ReadonlyMap<string, string>, actions: ReadonlyMap<string, string>): Counts {
  const counts: Counts = {};
  for (const [messageId, label] of labels) {
    const row = counts[label] ?? {};
    counts[label] = row;
    const action = actions.get(messageId) ?? 'undecided';
    row[action] = (row[action] ?? 0) + 1;
  }
  return counts;
}

/** The entries of a knowledge base that have an answer; those without are no use to anybody who asks. */
async function answeredEntries(file: string): Promise<FaqEntry[]> {
  const entries: FaqEntry[] = [];
  for await (const entry of readJsonLines(file, kbLineSchema)) if (entry.answer !== null) entries.push(entry);
  return entries;
}

/** `nuanqun replay`: real messages through the simulator puppet and the whole bot path, in a database that is thrown away. */
export async function runReplay({ messages, faq, groups: count, json, io }: ReplayOptions): Promise<void> {
  const lines: ReplayLine[] = [];
  for await (const line of readJsonLines(messages, replayLine)) lines.push(line);
  if (!lines.length)
    throw new Failure(
      'bad-line',
      `${messages}: line 1: holds no message; give a file with {"id","text"} lines`,
    );
  const open = await openDb(':memory:');
  const log = openLog('error');
  const house: House = { open, clock: io.clock, log, config: readConfig({ NUANQUN_SEND_PER_DAY: '10000' }) };
  const entries = faq ? await answeredEntries(faq) : await answerable(open.db);
  const world = createSimulatorWorld({ clock: io.clock, most: lines.length * 2 });
  const groupIds = await furnish(house, world, count);
  const speaker = createSpeaker(world, groupIds);
  const channel = openWechatyChannel({
    puppet: new SimulatorPuppet(world),
    clock: io.clock,
    log,
    onGap: () => undefined,
    giveUp: reason => log.error({ reason }, 'the simulator gave up'),
  });
  const room = await openBots(house, channel, {
    accountId: ACCOUNT,
    isDemo: true,
    entries,
    acted: speaker.acted,
  });
  await channel.start();
  const began = performance.now();
  for (const [index, line] of lines.entries()) await speaker.say(line, index);
  while (speaker.latencies.length < lines.length && performance.now() - began < 600_000) {
    await new Promise(resolve => setTimeout(resolve, 5));
    await room.listening.settled();
  }
  const seconds = (performance.now() - began) / 1000;
  const actions = await decidedActions(open.db);
  const sorted = [...speaker.latencies].sort((a, b) => a - b);
  const report = {
    received: lines.length,
    stored: actions.size,
    byLabel: countByLabel(speaker.labels, actions),
    latencyMs: { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) },
    messagesPerSecond: Math.round(lines.length / seconds),
    memoryMb: Math.round(process.memoryUsage().rss / 1048576),
    entries: entries.length,
    groups: count,
  };
  await write(io.out, json ? `${JSON.stringify(report)}\n` : sayReport(report));
  await channel.stop();
  room.listening.stop();
  await open.close();
}

function sayReport(report: {
  received: number;
  stored: number;
  byLabel: Counts;
  latencyMs: { p50: number; p95: number };
  messagesPerSecond: number;
  memoryMb: number;
  entries: number;
  groups: number;
}): string {
  const labels = Object.entries(report.byLabel).map(([label, row]) => {
    const shown = ['answer', 'clarify', 'offer', 'silent', 'sensitive', 'emergency', 'undecided']
      .filter(action => action in row)
      .map(action => `${action} ${row[action]}`);
    return `  ${label}: ${shown.join(', ')}`;
  });
  return [
    `received ${report.received}, stored ${report.stored}, in ${report.groups} groups, with ${report.entries} FAQ entries`,
    ...labels,
    `latency p50 ${report.latencyMs.p50} ms, p95 ${report.latencyMs.p95} ms; ${report.messagesPerSecond} messages/s; memory ${report.memoryMb} MB`,
    '',
  ].join('\n');
}
