import { and, eq, getTableColumns, getTableName, like, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { SwapId } from '../../src/swap-id.ts';
import type { Db } from '../connect.ts';
import { type AnyTable, keyColumns } from '../key-columns.ts';
import * as schema from '../schema.ts';

/** The hash chain allows no change: nobody who can be deleted is named in it (audit-names.ts). */
const UNTOUCHED: readonly AnyTable[] = [schema.audit, schema.leases];

/** Columns in which an id can stand: texts and JSON. */
const heldIn = (table: AnyTable): string[] =>
  Object.entries(getTableColumns(table))
    .filter(([, { dataType }]) => dataType === 'string' || dataType === 'json')
    .map(([property]) => property);

/** Rows of a table in which these signs stand somewhere. */
async function rowsWith(tx: Db, table: AnyTable, signs: string): Promise<Record<string, unknown>[]> {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const found = heldIn(table).map(property => like(sql`cast(${columns[property]} as text)`, `%${signs}%`));
  return found.length
    ? tx
        .select()
        .from(table)
        .where(or(...found))
    : [];
}

async function swapIn(tx: Db, table: AnyTable, id: string, swap: SwapId): Promise<number> {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const keys = keyColumns(table);
  let changed = 0;
  for (const row of await rowsWith(tx, table, id)) {
    const held = Object.fromEntries(heldIn(table).map(property => [property, row[property]]));
    const swapped = swap(held);
    if (JSON.stringify(swapped) === JSON.stringify(held)) continue;
    const where = keys.flatMap(key => {
      const column = columns[key];
      return column ? [eq(column, row[key])] : [];
    });
    await tx
      .update(table)
      .set(swapped)
      .where(and(...where));
    changed++;
  }
  return changed;
}

/** Every table in which an id is looked for, by its name. */
export const swappedTables = (): Map<string, AnyTable> =>
  new Map(
    Object.values(schema)
      .filter(table => !UNTOUCHED.includes(table))
      .map(table => [getTableName(table), table]),
  );

/**
 * Puts another id in the place of one in every text and JSON column of every table: a column that is added later is
 * looked at too. How many rows held it.
 */
export async function swapEverywhere(tx: Db, id: string, swap: SwapId): Promise<number> {
  let changed = 0;
  for (const table of swappedTables().values()) changed += await swapIn(tx, table, id, swap);
  return changed;
}
