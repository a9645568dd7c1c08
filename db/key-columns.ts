import { getTableColumns } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { dialect } from './columns.ts';
import type * as schema from './schema.ts';

export type AnyTable = (typeof schema)[keyof typeof schema];

// One face for both engines, as in columns.ts.
const configOf = dialect === 'postgres' ? postgresConfig : (sqliteConfig as unknown as typeof postgresConfig);

/** The properties of a table's rows that together name one row. */
export function keyColumns(table: AnyTable): string[] {
  const { columns, primaryKeys } = configOf(table);
  const names = new Set([
    ...columns.filter(column => column.primary).map(column => column.name),
    ...primaryKeys.flatMap(key => key.columns.map(column => column.name)),
  ]);
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => names.has(column.name))
    .map(([property]) => property);
}
