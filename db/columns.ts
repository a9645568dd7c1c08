import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/** Which engine this process talks to; fixed when this file loads, by DATABASE_URL. */
export const dialect: 'postgres' | 'sqlite' = process.env['DATABASE_URL']?.startsWith('postgres')
  ? 'postgres'
  : 'sqlite';

const pgBytes = pg.customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: value => Buffer.from(value),
  fromDriver: value => new Uint8Array(value),
});
const sqliteBytes = sqlite.customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: value => Buffer.from(value),
  fromDriver: value => new Uint8Array(value),
});

const forPostgres = {
  table: pg.pgTable,
  text: pg.text,
  int: pg.integer,
  real: pg.doublePrecision,
  bool: (name: string) => pg.boolean(name),
  json: (name: string) => pg.jsonb(name),
  /** A moment in time, to the millisecond, in UTC; a `Date` in code on both sides. */
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  bytes: (name: string) => pgBytes(name),
  primaryKey: pg.primaryKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
};

const forSqlite = {
  table: sqlite.sqliteTable,
  text: sqlite.text,
  int: sqlite.integer,
  real: sqlite.real,
  bool: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: (name: string) => sqlite.text(name, { mode: 'json' }),
  instant: (name: string) => sqlite.integer(name, { mode: 'timestamp_ms' }),
  bytes: (name: string) => sqliteBytes(name),
  primaryKey: sqlite.primaryKey,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
};

// Typed as Postgres on purpose: Postgres has only the async calls, so code that
// compiles here cannot use SQLite's sync-only .get(), .all() and .run().
export const { table, text, int, real, bool, json, instant, bytes, primaryKey, index, uniqueIndex } =
  dialect === 'postgres' ? forPostgres : (forSqlite as unknown as typeof forPostgres);
