import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Db, OpenDb } from './connect.ts';
import { createGate } from './gate.ts';

type Row = Record<string, unknown>;

function openFile(file: string): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  // Dropped texts must be gone from the file, not only from the index.
  raw.pragma('secure_delete = ON');
  raw.pragma('temp_store = MEMORY');
  return raw;
}

function createRunner(raw: Database.Database) {
  const prepared = new Map<string, Database.Statement>();
  return (sql: string, params: unknown[], method: string): { rows: unknown[] } => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = raw.prepare(sql);
      if (prepared.size > 2000) prepared.clear();
      prepared.set(sql, statement);
    }
    if (!statement.reader) {
      statement.run(...params);
      return { rows: [] };
    }
    const rows = method === 'get' ? statement.raw().get(...params) : statement.raw().all(...params);
    return { rows: rows as unknown[] };
  };
}

/** better-sqlite3 behind the async face of Postgres: same calls, same transactions. One handle a process. */
export function openSqlite(file: string): OpenDb {
  const raw = openFile(file);
  const gate = createGate();
  const run = createRunner(raw);

  const inside = drizzle(async (sql, params, method) => run(sql, params, method));
  const outside = drizzle(async (sql, params, method) => {
    // On Postgres this would silently run outside the transaction; here it is an error.
    if (gate.isInside()) throw new Error('inside a transaction, use tx, not db');
    return gate.outside(() => run(sql, params, method));
  });
  outside.transaction = (work =>
    gate.hold(() => inside.transaction(work, { behavior: 'immediate' }))) as typeof outside.transaction;

  return {
    db: outside as unknown as Db,
    exclusively: work =>
      gate.hold(async () => {
        raw.exec('begin exclusive');
        try {
          const result = await work({
            run: async sql => void raw.exec(sql),
            rows: async sql => raw.prepare(sql).all() as Row[],
          });
          raw.exec('commit');
          return result;
        } catch (error) {
          raw.exec('rollback');
          throw error;
        }
      }),
    rows: sql => gate.outside(() => raw.prepare(sql).all() as Row[]),
    scrub: () => gate.outside(() => void raw.pragma('wal_checkpoint(TRUNCATE)')),
    close: async () => void raw.close(),
    where: file,
  };
}
