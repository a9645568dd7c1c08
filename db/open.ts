import { dialect } from './columns.ts';
import type { OpenDb } from './connect.ts';
import { migrate } from './migrate.ts';

/** Opens the database named by DATABASE_URL (or the SQLite file given) and brings its schema up to date. */
export async function openDb(target: string, schema?: string): Promise<OpenDb> {
  const open =
    dialect === 'postgres'
      ? (await import('./postgres.ts')).openPostgres(target, schema)
      : (await import('./sqlite.ts')).openSqlite(target);
  await migrate(open);
  return open;
}
