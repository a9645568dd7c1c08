import { dialect } from '../../db/columns.ts';
import type { OpenDb } from '../../db/connect.ts';
import { openDb } from '../../db/open.ts';
import { openPostgres } from '../../db/postgres.ts';
import { serverOf } from './servers.ts';

let opened = 0;

/** An empty database of the dialect under test: SQLite in memory, or a schema of its own on the real PostgreSQL. */
export async function openTestDb(): Promise<OpenDb> {
  if (dialect === 'sqlite') return openDb(':memory:');
  const url = serverOf('NUANQUN_TEST_POSTGRES');
  const schema = `t${process.pid}_${Date.now()}_${++opened}`;
  const server = openPostgres(url);
  await server.exclusively(raw => raw.run(`create schema ${schema}`));
  await server.close();
  return openDb(url, schema);
}
