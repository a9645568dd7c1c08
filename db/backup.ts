import { asc, getTableColumns, getTableName } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from './connect.ts';
import { knownMigrations } from './migrate.ts';
import * as schema from './schema.ts';

type AnyTable = (typeof schema)[keyof typeof schema];

/** What another process holds at this moment is no state. */
const NOT_STATE: readonly AnyTable[] = [schema.leases];
const PAGE = 500;

/** The tables a backup holds, by name. */
const stateTables = (): Map<string, AnyTable> =>
  new Map(
    Object.values(schema)
      .filter(table => !NOT_STATE.includes(table))
      .map(table => [getTableName(table), table]),
  );

/** The schema this program writes; a backup of a newer one is refused. */
export const schemaVersion = (): number => knownMigrations().length;

/** One row of one table as it stands in a backup: moments as ISO 8601, bytes as base64. */
export const BackupRow = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
export type BackupRow = z.output<typeof BackupRow>;

const encode = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

function decode(kind: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'date') return new Date(String(value));
  return kind === 'custom' ? new Uint8Array(Buffer.from(String(value), 'base64')) : value;
}

/** Columns that engines can put in order. */
const orderOf = (table: AnyTable) =>
  Object.values(getTableColumns(table)).filter(
    ({ dataType }) => dataType !== 'json' && dataType !== 'custom',
  );

/** Every row of the state. Call inside a transaction, so that all rows are of one moment. */
export async function* stateRows(db: Db): AsyncGenerator<BackupRow> {
  for (const [name, table] of stateTables()) {
    const order = orderOf(table).map(column => asc(column));
    for (let from = 0; ; from += PAGE) {
      const page = await db
        .select()
        .from(table)
        .orderBy(...order)
        .limit(PAGE)
        .offset(from);
      for (const row of page) {
        yield {
          table: name,
          row: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, encode(value)])),
        };
      }
      if (page.length < PAGE) break;
    }
  }
}

/** Empties the state; what follows must put another in its place, in the same transaction. */
export async function dropState(tx: Db): Promise<void> {
  for (const table of stateTables().values()) await tx.delete(table);
}

/** Puts one row back. False for a table this program does not know. Call inside a transaction. */
export async function putRow(tx: Db, { table: name, row }: BackupRow): Promise<boolean> {
  const table = stateTables().get(name);
  if (!table) return false;
  const values = Object.entries(getTableColumns(table)).map(
    ([key, { dataType }]) => [key, decode(dataType, row[key])] as const,
  );
  await tx.insert(table).values(Object.fromEntries(values));
  return true;
}
