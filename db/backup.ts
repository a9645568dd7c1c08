import { asc, getTableColumns, is, Table } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './connect.ts';
import { knownMigrations } from './migrate.ts';
import * as schema from './schema.ts';

type AnyTable = (typeof schema)[keyof typeof schema];

/** Every table by its name; what another process holds at this moment is no state. */
const NOT_STATE = new Set(['leases']);

/** The tables a backup holds, by name. */
export function backedUpTables(): Map<string, AnyTable> {
  const tables = Object.values(schema).filter(table => is(table, PgTable) || is(table, SQLiteTable));
  const named = tables.map(table => [(table as unknown as Record<symbol, string>)[nameSymbol] ?? '', table] as const);
  return new Map(named.filter(([name]) => name !== '' && !NOT_STATE.has(name)));
}

const nameSymbol: symbol = Reflect.get(Table, 'Symbol')?.Name ?? Symbol.for('drizzle:Name');

/** The schema this program writes; a backup of a newer one is refused. */
export const schemaVersion = (): number => knownMigrations().length;

export type BackupRow = Record<string, unknown>;

const PAGE = 1000;

/** The rows of a table, pages at a time, in the order of its first column. */
export async function* rowsOfTable(db: Db, table: AnyTable): AsyncGenerator<BackupRow> {
  const columns = Object.values(getTableColumns(table));
  for (let from = 0; ; from += PAGE) {
    const page: BackupRow[] = await db
      .select()
      .from(table)
      .orderBy(...columns.map(column => asc(column)))
      .limit(PAGE)
      .offset(from);
    yield* page;
    if (page.length < PAGE) return;
  }
}
