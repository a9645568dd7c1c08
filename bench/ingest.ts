import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openIntake } from '../bots/intake.ts';
import { openDb } from '../db/open.ts';
import { newId } from '../src/ids.ts';
import type { Message } from '../src/message.ts';

/*
 * Messages stored a second through the intake (group commit, synchronous=FULL), beside bare better-sqlite3 that commits
 * the same two rows a message in transactions of the same size, in the same run on the same disk.
 */
const MESSAGES = 20_000;
const IN_FLIGHT = 200;
const NOW = new Date();
const folder = mkdtempSync(join(tmpdir(), 'nuanqun-ingest-'));

const aMessage = (index: number): Message => ({
  id: newId(NOW),
  placeId: `group-${index % 100}`,
  isPrivate: false,
  senderId: `person-${index % 1000}`,
  sentAt: NOW,
  receivedAt: NOW,
  kind: 'text',
  text: '三楼楼道灯坏了，晚上老人下楼看不见',
  replyToId: null,
  mentions: [],
  mentionsBot: false,
  redeliveryOf: null,
  fact: null,
  trace: 'bench',
});

async function throughIntake(): Promise<number> {
  const open = await openDb(join(folder, 'intake.sqlite'));
  const intake = openIntake(open.db);
  const began = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < MESSAGES) {
      const index = next++;
      await intake.store({ message: aMessage(index), accountId: 'main', chatMessageId: `chat-${index}` });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  const seconds = (performance.now() - began) / 1000;
  await open.close();
  return MESSAGES / seconds;
}

async function bare(): Promise<number> {
  const file = join(folder, 'bare.sqlite');
  await (await openDb(file)).close();
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  const bind = raw.prepare(
    'insert into message_bindings (place_id, account_id, chat_message_id, message_id) values (?, ?, ?, ?)',
  );
  const add = raw.prepare(
    'insert into messages (place_id, id, is_private, sender_id, sent_at, received_at, day, kind, text, text_state, mentions, mentions_bot, trace) values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
  );
  const began = performance.now();
  for (let index = 0; index < MESSAGES; index += IN_FLIGHT) {
    raw.transaction(() => {
      for (let at = index; at < index + IN_FLIGHT; at++) {
        const { id, placeId, senderId, text, trace } = aMessage(at);
        bind.run(placeId, 'main', `chat-${at}`, id);
        const ms = NOW.getTime();
        add.run(placeId, id, senderId, ms, ms, '2026-11-24', 'text', text, 'held', '[]', trace);
      }
    })();
  }
  const seconds = (performance.now() - began) / 1000;
  raw.close();
  return MESSAGES / seconds;
}

const [intake, peer] = [await throughIntake(), await bare()];
rmSync(folder, { recursive: true });
console.log(
  `intake ${Math.round(intake)} messages/s, bare better-sqlite3 ${Math.round(peer)}/s, ratio ${(intake / peer).toFixed(2)}`,
);
