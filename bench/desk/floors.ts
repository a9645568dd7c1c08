import Database from 'better-sqlite3';
import { SimulatorPuppet } from '../../bots/simulator/puppet.ts';
import { createSimulatorWorld } from '../../bots/simulator/world.ts';
import { openWechatyChannel } from '../../bots/wechaty.ts';
import type { OpenDb } from '../../db/connect.ts';
import type { Log } from '../../src/log.ts';
import { GROUPS, groupId, MEMBERS, memberId } from './street.ts';
import { sayAtPace, type Words } from './traffic.ts';

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CLOCK = { now: () => new Date() };

/** The same chat, puppet and library with a bot that only says back what it was asked: what no bot can be faster than. */
export async function echoTimes(words: readonly Words[]): Promise<number[]> {
  const chat = createSimulatorWorld({ clock: CLOCK, most: words.length * 2 });
  for (let group = 0; group < GROUPS; group++) {
    const members = Array.from({ length: MEMBERS }, (_, at) => ({ id: memberId(group, at) }));
    for (const { id } of members) chat.addPerson({ id, name: id });
    chat.addGroup({ id: groupId(group), name: groupId(group), members });
  }
  const channel = openWechatyChannel({
    puppet: new SimulatorPuppet(chat),
    clock: CLOCK,
    log: SILENT,
    onGap: () => undefined,
    giveUp: () => undefined,
  });
  const times: number[] = [];
  channel.onEvent(async event => {
    if (event.kind !== 'message' || !event.message.mentionsBot || !event.message.chatGroupId) return;
    const { chatGroupId, chatSenderId, text, sentAt } = event.message;
    await channel.sayText({ chatGroupId }, text, [chatSenderId]);
    times.push(Date.now() - sentAt.getTime());
  });
  await channel.start();
  await sayAtPace(chat, words);
  await new Promise(resolve => setTimeout(resolve, 500));
  await channel.stop();
  return times;
}

const TABLES = ['message_bindings', 'messages', 'decisions', 'tickets', 'ticket_events', 'outbox'];
const COPIES = 200;

/** Bare better-sqlite3 that writes one ticket's rows again and again, each in a transaction of its own, to the same disk. */
export async function bareCommitTimes(open: OpenDb, file: string): Promise<number[]> {
  await open.scrub();
  const raw = new Database(file);
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  const statements = TABLES.map(table => {
    const row = raw.prepare(`select * from ${table} limit 1`).get() as Record<string, unknown>;
    raw.exec(`create table bare_${table} as select * from ${table} limit 0`);
    const columns = Object.keys(row);
    const add = raw.prepare(
      `insert into bare_${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    return () => void add.run(...Object.values(row));
  });
  const write = raw.transaction(() => {
    for (const statement of statements) statement();
  });
  const times: number[] = [];
  for (let copy = 0; copy < COPIES; copy++) {
    const began = performance.now();
    write();
    times.push(performance.now() - began);
  }
  raw.close();
  return times;
}
