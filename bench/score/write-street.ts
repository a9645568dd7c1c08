import Database from 'better-sqlite3';
import { openDb } from '../../db/open.ts';
import { dayFromNumber, workdaysAfter } from '../../src/analysis/day-number.ts';
import { METRICS_VERSION } from '../../src/analysis/group-analysis.ts';
import { lastMomentOf } from '../../src/analysis/weeks-to-score.ts';
import { packHistory } from '../../src/packs/pack-history.ts';
import { shardOf } from '../../src/packs/shard.ts';
import { DAY_MS, HOUR_MS } from '../../src/time.ts';
import { historyOfRows } from './history-of-rows.ts';
import { LIVELY, type Row, writeGroup } from './rows.ts';

const TABLES = `
create table groups (id integer primary key, size integer not null);
create table calendar (day integer primary key, workdays integer not null);
create table messages (group_id integer not null, id integer not null, at integer not null, sender integer not null,
  voice integer not null, said integer not null, fingerprint integer, label integer not null, reply_to integer,
  confidence integer not null, mentions integer, mark integer not null, primary key (group_id, at, id)) without rowid;`;

/** A writer of the program's own tables for bound groups and their packs. */
export async function openPackWriter(file: string, throughDay: string) {
  await (await openDb(file)).close();
  const raw = new Database(file);
  raw.pragma('journal_mode = off');
  raw.pragma('synchronous = off');
  const group = raw.prepare(
    "insert into groups (id, name, unit_id, kind, size, created_at, service_lines, bound_at) values (?, ?, 'u', 'grassroots', ?, ?, '[]', ?)",
  );
  const pack = raw.prepare(
    'insert into group_packs (group_id, metrics, shard, through_day, pack, packed_at) values (?, ?, ?, ?, ?, ?)',
  );
  return {
    raw,
    write(id: string, size: number, bytes: Uint8Array) {
      group.run(id, `群${id}`, size, 0, 0);
      pack.run(id, METRICS_VERSION, shardOf(id), throughDay, bytes, 0);
    },
  };
}

/** Writes the same messages twice: as rows of a table for the peers, and packed for us. Four weeks, seeded. */
export async function writeStreet(
  files: { messages: string; packs: string },
  { groups, lastDay, days }: { groups: number; lastDay: number; days: number },
): Promise<{ messages: number; packedBytes: number }> {
  const raw = new Database(files.messages);
  raw.pragma('journal_mode = off');
  raw.pragma('synchronous = off');
  raw.exec(TABLES);
  const through = dayFromNumber(lastDay);
  const writer = await openPackWriter(files.packs, through);
  const day = raw.prepare('insert into calendar values (?, ?)');
  for (let at = lastDay - 40; at <= lastDay; at++) day.run(at, workdaysAfter(lastDay - 60, at));
  const add = raw.prepare('insert into messages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addGroup = raw.prepare('insert into groups values (?, ?)');
  const firstMs = (lastDay - days + 1) * DAY_MS - 8 * HOUR_MS;
  const seen = { from: new Date(firstMs), to: lastMomentOf(through) };
  let [messages, packedBytes] = [0, 0];
  const writeOne = (id: number) => {
    const habit = LIVELY[id % LIVELY.length];
    if (!habit) return;
    const rows: Row[] = writeGroup(habit, id * 7 + 1, { firstMs, days });
    addGroup.run(id, habit.size);
    for (const row of rows)
      add.run(
        id,
        ...([
          row.id,
          row.at,
          row.sender,
          row.voice,
          row.said,
          row.fingerprint,
          row.label,
          row.replyTo,
        ] as const),
        ...([row.confidence, row.mentions, row.mark] as const),
      );
    const pack = packHistory(historyOfRows(rows, { id: String(id), size: habit.size, seen }), through);
    writer.write(String(id), habit.size, pack);
    messages += rows.length;
    packedBytes += pack.byteLength;
  };
  for (let from = 1; from <= groups; from += 100) {
    raw.transaction(() => {
      writer.raw.transaction(() => {
        for (let id = from; id < from + 100 && id <= groups; id++) writeOne(id);
      })();
    })();
  }
  raw.close();
  writer.raw.close();
  return { messages, packedBytes };
}
